"""The gazetteer: a compact table, look-up by spelling and skeleton, resolution in context."""
