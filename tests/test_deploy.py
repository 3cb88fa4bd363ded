"""What stands in deploy/ fits the program: its commands and options are there, and its files are read by their readers."""

import configparser
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from dateline.cli.commands import app

DEPLOY = Path(__file__).parent.parent / "deploy"
COMMANDS: Any = typer.main.get_command(app)
UNIT = (DEPLOY / "dateline-watch.service").read_text("utf-8")
SERVICES = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]


def command_of(words: list[str]) -> str:
    """The command of a line, all of whose options are ones that it, or the program, takes; an unknown one fails."""
    name = next(word for word in words if word in COMMANDS.commands)
    known = {option for part in (COMMANDS, COMMANDS.commands[name]) for told in part.params for option in told.opts}

    assert {word for word in words if word.startswith("--")} <= known
    return name


@pytest.mark.parametrize("service", ["watch", "page"])
def test_the_services_name_commands(service: str) -> None:
    """Each service of the compose file runs a command that there is, with options that it takes."""
    words = [re.sub(r"\$\{DESK_NAME:-(\w+)\}", r"\1", word) for word in SERVICES[service]["command"]]

    assert command_of(words) == {"watch": "watch", "page": "serve"}[service]


def test_the_unit_names_a_command() -> None:
    """The unit is one that systemd reads, and what it starts is there; it may write where it says its record is."""
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(UNIT)
    words = shlex.split(unit["Service"]["ExecStart"])[1:]

    assert command_of(words) == "watch"
    assert unit["Service"]["ReadWritePaths"] == unit["Service"]["WorkingDirectory"]


def test_the_page_is_reached_through_the_proxy_alone() -> None:
    """The page publishes nothing itself: the proxy shares its network and hands on to loopback."""
    assert SERVICES["proxy"]["network_mode"] == "service:page"
    assert "127.0.0.1:8151" in SERVICES["proxy"]["command"]
    assert SERVICES["page"]["ports"] == ["8443:8443"]


def test_the_cluster_starts_what_the_program_asks_for() -> None:
    """The head of the Ray cluster opens the port that the help names, and reports its use to nobody."""
    cluster = yaml.safe_load((DEPLOY / "ray-cluster.yaml").read_text("utf-8"))
    head = cluster["head_start_ray_commands"]

    assert "--ray-client-server-port=10001" in head[1]
    assert all("RAY_USAGE_STATS_ENABLED=0" in line for line in (*head, *cluster["worker_start_ray_commands"]))


def test_the_image_installs_what_is_locked() -> None:
    """The image takes hashed packages alone, and runs as nobody special."""
    told = (DEPLOY / "Containerfile").read_text("utf-8")

    assert "--require-hashes -r /wheel/requirements.lock" in told
    assert "USER dateline" in told
