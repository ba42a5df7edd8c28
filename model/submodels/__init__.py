"""The rules of the world, one a file: docstring, scalar rule, kernel."""
