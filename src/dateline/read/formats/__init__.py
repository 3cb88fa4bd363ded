"""One reader for each format: documents become pages, containers the documents in them.

From the bytes of a source, by its format to pages: text with its parts and what was said of it; or the sources in a
container.
"""
