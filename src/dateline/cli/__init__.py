"""The command line: what a person types, and how each command ends (`commands` lists them).

Data goes to standard output or --out, messages and progress to standard error.
"""

from __future__ import annotations

import signal
import sqlite3
import sys
from errno import ENOSPC
from importlib import import_module
from typing import NoReturn

from dateline.errors import BrokenRecord, DatelineError

__all__ = ["main"]

BROKEN, INTERRUPTED, FAILED = 4, 130, 1
STOPPED = "interrupted; the same command goes on where it stopped"


def main() -> None:
    """Run the command line; what a person can mend is told in one line, without a traceback."""
    signal.signal(signal.SIGTERM, _interrupted)
    try:
        # The commands load what they need, which takes a moment: a person who breaks off then is told so as well.
        import_module("dateline.cli.commands").app()
    except BrokenRecord as error:
        _stop(str(error), BROKEN)
    except DatelineError as error:
        _stop(str(error), FAILED)
    except OSError as error:
        _stop(_plain(error), FAILED)
    except sqlite3.OperationalError as error:
        _stop(f"the record cannot be used: {error}", FAILED)
    except sqlite3.DatabaseError as error:
        _stop(f"the record is damaged: {error}", BROKEN)
    except KeyboardInterrupt:
        _stop(STOPPED, INTERRUPTED)
    except SystemExit as end:
        # Once a command runs, typer ends it with the code alone.
        if end.code == INTERRUPTED:
            _stop(STOPPED, INTERRUPTED)
        raise


def _stop(message: str, code: int) -> NoReturn:
    sys.stderr.write(f"dateline: {message}\n")
    sys.exit(code)


def _plain(error: OSError) -> str:
    """What a system says, with the file it says it of; of a full disk it names none.

    >>> _plain(FileNotFoundError(2, "No such file or directory", "towns.csv"))
    'towns.csv: No such file or directory'
    """
    if error.errno == ENOSPC:
        return "the disk is full; what was being written is not whole. Make room and run the same command again"
    return f"{error.filename}: {error.strerror}" if error.filename is not None else str(error)


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt
