"""Every command there is, in the order that help lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import typer

from dateline.cli.deciding import explain, import_, judge
from dateline.cli.keeping import backup, check, restore
from dateline.cli.reading import demo, read, run, weigh
from dateline.cli.telling import compare, publish, serve, tell
from dateline.cli.upkeep import doctor, places_add, version
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
