"""Which part of a page each of its lines or blocks is: the story, or what stands around it.

From lines or blocks of a page to the part each plays: headline, body, caption, teaser, furniture.
"""
