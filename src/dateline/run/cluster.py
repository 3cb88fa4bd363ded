"""A crew on Ray: the workers of this machine or of a cluster, each with the model loaded once and its memory bounded.

Ray would try a task again by itself without end, so it is told never to; who tries again, and how often, is decided where the
work is spread. A machine that is lost costs the batches it had under way, and they are worked on elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, Self

from dateline.errors import DatelineError, MissingPart
from dateline.run.crew import Late, Lost
from dateline.run.local import bounded

__all__ = ["Cluster"]

Work = Callable[[list[Any]], list[Any]]

PRIVATE: Final = {
    "include_dashboard": False,
    "log_to_driver": False,
    "configure_logging": False,
    "_node_ip_address": "127.0.0.1",
}
"""How Ray is started on this machine where no cluster is named: for this run, on loopback, with nothing served."""


class Cluster:
    """Ray's workers at an address, such as `ray://head:10001` or `auto`; None starts Ray on this machine for this run.

    Raises MissingPart where Ray, or its client, is not installed, DatelineError where no cluster answers.
    """

    def __init__(self, address: str | None, width: int) -> None:
        # Ray reports its use to its makers unless told not to; Dateline tells nobody what it reads.
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        try:
            self._ray: Any = import_module("ray")
        except ModuleNotFoundError as error:
            raise MissingPart("--on ray needs Ray: pip install 'dateline[ray]'") from error
        if address is None:
            self._ray.init(address="local", num_cpus=width, **PRIVATE)  # another one on this machine is not ours
        else:
            self._join(address)
        self.width = int(self._ray.cluster_resources().get("CPU", 1))
        self._task = self._ray.remote(max_retries=0, num_cpus=1)(_batch)
        self._work: tuple[Work, Any] | None = None

    def _join(self, address: str) -> None:
        try:
            self._ray.init(address=address, log_to_driver=False)
        except ValueError as error:  # what Ray says where its client for clusters is not installed
            raise MissingPart(f"--on {address}: {error}") from error
        except (ConnectionError, RuntimeError) as error:
            raise DatelineError(f"--on {address}: no cluster of Ray answers there: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ray.shutdown()

    def start(self, work: Work, batch: list[Any]) -> Any:
        """The batch under way. The work itself is sent once, however many batches follow."""
        if self._work is None or self._work[0] is not work:
            self._work = work, self._ray.put(work)
        return self._task.remote(self._work[1], batch)

    def result(self, started: Any, seconds: float) -> list[Any]:
        """The results of a batch; only this one is lost where its worker or its machine is."""
        failures = self._ray.exceptions
        lost = (
            failures.WorkerCrashedError,
            failures.NodeDiedError,
            failures.ObjectLostError,
            failures.OutOfMemoryError,
        )
        try:
            told: list[Any] = self._ray.get(started, timeout=seconds)
        except failures.GetTimeoutError as error:
            self._ray.cancel(started, force=True)
            raise Late from error
        except lost as error:
            raise Lost from error
        return told


def _batch(work: Work, batch: list[Any]) -> list[Any]:
    """What a worker of Ray does with a batch."""
    bounded()
    return work(batch)
