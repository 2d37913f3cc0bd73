"""A child's journey through children's social care: stages, deadlines and the law."""
