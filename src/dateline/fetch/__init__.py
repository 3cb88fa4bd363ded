"""Fetching: pages and feeds from the public internet, politely, within bounds, and kept as they came."""

from dateline.fetch.addresses import allowed_networks
from dateline.fetch.archive import Shelf, member
from dateline.fetch.client import Failed, Fetched, Fetcher, Manners, Unchanged
from dateline.fetch.exchange import Line
from dateline.fetch.pace import Clock
from dateline.fetch.target import shown, target_of

__all__ = [
    "Clock",
    "Failed",
    "Fetched",
    "Fetcher",
    "Line",
    "Manners",
    "Shelf",
    "Unchanged",
    "allowed_networks",
    "member",
    "shown",
    "target_of",
]
