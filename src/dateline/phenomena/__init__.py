"""What can happen: one TOML a phenomenon, and the loader."""

from dateline.phenomena.loader import Example, Phenomenon, Trigger, WordClass, load_classes, load_phenomena, words_of

__all__ = ["Example", "Phenomenon", "Trigger", "WordClass", "load_classes", "load_phenomena", "words_of"]
