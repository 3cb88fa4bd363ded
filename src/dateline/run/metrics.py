"""Figures of a running Dateline in the form that Prometheus asks for; they tell counts and seconds, never what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from dateline.record import Record, Where
from dateline.run.status import Status, status

__all__ = ["Metrics", "exposed"]

LOOPBACK: Final = "127.0.0.1"


class Standing(Collector):
    """A record's counts, looked up whenever somebody asks."""

    def __init__(self, where: Where) -> None:
        self._where = where

    def collect(self) -> Iterator[Metric]:
        """A gauge a count; a record that cannot be read is down."""
        try:
            with Record.reading(self._where) as record:
                told = status(record)
        except Exception:  # noqa: BLE001 - whatever is wrong with the record, who watches must hear that it is
            yield GaugeMetricFamily("dateline_record_up", "Whether the record can be read", 0)
            return
        yield GaugeMetricFamily("dateline_record_up", "Whether the record can be read", 1)
        yield from _families(told)


class Metrics:
    """What one process counts of its own work, beside the standing of its record."""

    def __init__(self, where: Where) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(Standing(where))
        self.port = 0
        self.looks = Counter("dateline_looks", "Looks at everything that is watched", registry=self.registry)
        self.asked = Counter("dateline_addresses_asked", "Requests for pages and feeds", registry=self.registry)
        self.failed = Counter("dateline_addresses_failed", "Requests that brought nothing", registry=self.registry)
        self.latest = Gauge(
            "dateline_last_look_seconds", "When the last look ended, in Unix time", registry=self.registry
        )
        self.weighing = Histogram("dateline_weighing_seconds", "Time that a weighing took", registry=self.registry)

    def looked(self, asked: int, failed: int) -> None:
        """Count a look that is done, with the addresses asked and those that brought nothing."""
        self.looks.inc()
        self.asked.inc(asked)
        self.failed.inc(failed)
        self.latest.set_to_current_time()

    def serve(self, port: int) -> Callable[[], None]:
        """Answer on a port of this machine, at loopback alone, until the function given back is called."""
        server, thread = start_http_server(port, addr=LOOPBACK, registry=self.registry)
        self.port = server.server_port

        def stop() -> None:
            server.shutdown()
            server.server_close()
            thread.join()

        return stop


def exposed(where: Where) -> bytes:
    """The standing of a record as one page of Prometheus's text format."""
    registry = CollectorRegistry()
    registry.register(Standing(where))
    return generate_latest(registry)


def _families(told: Status) -> Iterator[Metric]:
    for name in ("reports", "claims", "events", "contradictions", "agreements", "commitments", "judgements"):
        yield GaugeMetricFamily(f"dateline_{name}", f"Rows of the table {name}", told.counts[name])
    yield GaugeMetricFamily("dateline_reports_unweighed", "Reports read since the last weighing", told.unweighed)
    yield GaugeMetricFamily("dateline_judgements_waiting", "Decisions made since the last weighing", told.undecided)
    yield GaugeMetricFamily("dateline_weighings", "How often the record was weighed", told.weighings)
    unread = GaugeMetricFamily("dateline_unread", "Inputs not read, by reason", labels=["reason"])
    for reason, count in told.unread.items():
        unread.add_metric([reason], count)
    yield unread
    built = GaugeMetricFamily("dateline_build_info", "The version at work", labels=["version"])
    built.add_metric([told.version], 1)
    yield built
