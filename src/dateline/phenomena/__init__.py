"""What can happen: one TOML a phenomenon, and the loader."""
