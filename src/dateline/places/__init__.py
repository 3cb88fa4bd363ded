"""The gazetteer: a compact table of places, and look-up by spelling and by consonants."""

from dateline.places.gazetteer import Country, Gazetteer, add_file, capital_of, demonyms, load_gazetteer
from dateline.places.store import kept_folder
from dateline.places.table import Entry

__all__ = ["Country", "Entry", "Gazetteer", "add_file", "capital_of", "demonyms", "kept_folder", "load_gazetteer"]
