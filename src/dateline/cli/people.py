"""Who may sign in to a shared page, from the command line: add, list, remove, log."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.messages import FAILED, messages, stop
from dateline.cli.options import FLAG
from dateline.web.users import ROLES, Users

__all__ = ["users_add", "users_list", "users_log", "users_remove"]

UsersFile = Annotated[Path, typer.Option("--users", metavar="FILE", help="The file of those who may sign in.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Who.")]
DEFAULT = Path("dateline-users.db")


def users_add(
    name: Name,
    users: UsersFile = DEFAULT,
    role: Annotated[str, typer.Option(metavar="ROLE", help=f"One of: {', '.join(ROLES)}.")] = "reader",
    given: Annotated[
        bool, typer.Option("--password-stdin", metavar=FLAG, help="Take the password from standard input, one line.")
    ] = False,
) -> None:
    """Let somebody in, or give somebody who is known a new password and role; the password is asked for twice."""
    if given:
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    person = Users(users).add(name, role, password)
    messages.print(f"{person.name} may sign in as {person.role}.", markup=False, highlight=False)


def users_list(users: UsersFile = DEFAULT) -> None:
    """List who may sign in, with their roles."""
    for person in _existing(users).people():
        print(f"{person.role:<9} {person.name}")


def users_remove(name: Name, users: UsersFile = DEFAULT) -> None:
    """Let somebody in no more, and close what they have open."""
    if not _existing(users).remove(name):
        stop(f"nobody in {users} is called {name!r}", FAILED)


def users_log(
    users: UsersFile = DEFAULT,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="Lines at most, the latest first.")] = 1000,
) -> None:
    """Print the log of sign-ins and writes as JSON lines, the latest first."""
    for line in _existing(users).logged(most):
        print(json.dumps(line, ensure_ascii=False))


def _existing(path: Path) -> Users:
    if not path.exists():
        stop(f"there is no file of users at {path}; make one with `dateline users add NAME --users {path}`", FAILED)
    return Users(path)
