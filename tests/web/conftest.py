"""The fixtures of the page's tests."""

from visiting import event, record, visitor, weighed

__all__ = ["event", "record", "visitor", "weighed"]
