"""Who is asked to do the work, from what a person says of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dateline.run.cluster import Cluster
from dateline.run.crew import Crew
from dateline.run.local import Here, Pool

__all__ = ["hired"]


def hired(on: str, workers: int) -> Callable[[], Crew]:
    """The crew meant by `on`, made when it is needed: `here`, `pool`, `ray` (started on this machine); or the address of a
    cluster, `ray://HOST:PORT`, which is joined at once, so that a wrong one is told however little there is to do.

    `workers` counts processes of this machine. Raises ValueError for anything else, and what `Cluster` raises.

    >>> hired("pool", 1)().width
    1
    """
    if on == "here" or (on == "pool" and workers < 2):
        return Here
    if on == "pool":
        return partial(Pool, workers)
    if on == "ray":
        return partial(Cluster, None, workers)
    if on.startswith("ray://"):
        joined = [Cluster(on, workers)]
        return lambda: joined.pop() if joined else Cluster(on, workers)  # a crew that was let go is joined again
    raise ValueError(f"{on!r} is not here, pool, ray or an address such as ray://head:10001")
