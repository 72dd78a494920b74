"""The acts: frames as TOML rows, and the loader that indexes them by trigger."""
