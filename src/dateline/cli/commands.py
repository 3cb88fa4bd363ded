"""Every command there is, in the order that help lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import typer

from dateline.cli.deciding import explain, import_, judge
from dateline.cli.keeping import backup, check, restore
from dateline.cli.people import users_add, users_list, users_log, users_remove
from dateline.cli.reading import demo, read, run, weigh
from dateline.cli.telling import compare, publish, serve, tell
from dateline.cli.upkeep import doctor, places_add, standing, version
from dateline.cli.watching import watch

__all__ = ["app"]

COMMANDS: Final[dict[str, Callable[..., None]]] = {
    "read": read,
    "watch": watch,
    "weigh": weigh,
    "tell": tell,
    "publish": publish,
    "import": import_,
    "compare": compare,
    "run": run,
    "serve": serve,
    "explain": explain,
    "judge": judge,
    "check": check,
    "backup": backup,
    "restore": restore,
    "status": standing,
    "doctor": doctor,
    "demo": demo,
}

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Reads what many outlets report on a conflict and keeps one sourced record of it.",
)
app.callback(invoke_without_command=True)(version)
for name, command in COMMANDS.items():
    app.command(name)(command)

places = typer.Typer(no_args_is_help=True, help="The gazetteer.")
places.command("add")(places_add)
app.add_typer(places, name="places")

users = typer.Typer(no_args_is_help=True, help="Who may sign in to a shared page.")
users.command("add")(users_add)
users.command("list")(users_list)
users.command("remove")(users_remove)
users.command("log")(users_log)
app.add_typer(users, name="users")
