"""What words mean: data files and their loaders."""
