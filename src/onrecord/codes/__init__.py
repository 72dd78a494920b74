"""Tables of codes as packaged data, and their loaders."""
