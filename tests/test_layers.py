"""Imports go one way, and every module is at its place."""

import ast
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dateline"

LAYERS = [
    {"errors", "model", "deadlines", "times", "formulas", "amounts", "text", "rows", "tables"},
    {"words", "places", "phenomena"},
    {"fetch", "read", "find", "weigh"},
    {"record"},
    {"run", "examples"},
    {"tell"},
    {"web"},
    {"cli"},
    {"__main__"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(
    path.relative_to(SOURCE).with_suffix("") for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py"
)


@cache
def parsed(path: Path) -> tuple[ast.Module, tuple[ast.Import | ast.ImportFrom, ...]]:
    """The syntax of a module, and every import in it, wherever it stands."""
    tree = ast.parse(path.read_text("utf-8"))
    return tree, tuple(node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))


def imported(path: Path) -> set[str]:
    """The parts of dateline that a module imports."""
    names = set()
    for node in parsed(path)[1]:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dateline."):
            names.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("dateline.")}
    return names


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_go_one_way(module: Path) -> None:
    """A module imports from lower layers, from its own package, and within the base layer only; never sideways."""
    own = module.parts[0]
    for name in imported(SOURCE / module.with_suffix(".py")):
        base = LEVEL[own] == LEVEL[name] == 0
        assert name == own or LEVEL[name] < LEVEL[own] or base, f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_stand_at_the_top(module: Path) -> None:
    """No import hides in a function or behind TYPE_CHECKING."""
    tree, every = parsed(SOURCE / module.with_suffix(".py"))
    assert list(every) == [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]


def test_no_cycles() -> None:
    """No two modules need each other, directly or in a ring."""
    graph = {}
    for module in MODULES:
        every = parsed(SOURCE / module.with_suffix(".py"))[1]
        nodes = [node.module for node in every if isinstance(node, ast.ImportFrom) and node.module]
        name = ".".join(("dateline", *module.parts)).removesuffix(".__init__")
        graph[name] = {target for target in nodes if target.startswith("dateline.")}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for target in sorted(graph.get(name, ())):
                visit(target, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


INSIDE = {
    "read": ("parts", "formats"),
    "find": ("sentences", "times", "places", "actors", "figures", "voices", "frames", "claims", "setting"),
    "find/claims": ("modality", "groups", "saying", "matter", "worth", "roles", "kind"),
    "weigh": ("stories", "same", "contradictions", "events", "ledger"),
}
"""The packages of a room, each of which may import from those before it."""


@pytest.mark.parametrize("room", INSIDE)
def test_packages_of_a_room_import_one_way(room: str) -> None:
    """Within a room a package imports only from those named before it, and each is named."""
    order, inside = INSIDE[room], room.replace("/", ".")
    assert set(order) == {path.parent.name for path in (SOURCE / room).glob("*/__init__.py")}
    for path in sorted((SOURCE / room).glob("*/**/*.py")):
        own = path.relative_to(SOURCE / room).parts[0]
        nodes = [node for node in parsed(path)[1] if isinstance(node, ast.ImportFrom)]
        used = {name for node in nodes for name in order if f"{node.module}.".startswith(f"dateline.{inside}.{name}.")}
        late = {name for name in used if order.index(name) > order.index(own)}
        assert not late, f"{path.relative_to(SOURCE)} imports {late}"
