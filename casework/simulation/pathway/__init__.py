"""What the service decides and does next, a module for each stage of the journey."""
