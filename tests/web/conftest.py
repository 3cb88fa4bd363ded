"""The fixtures of the page's tests."""

from visiting import event, record, visitor

__all__ = ["event", "record", "visitor"]
