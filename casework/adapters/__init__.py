"""Files of other shapes, read and written: chronologies, returns, tables."""
