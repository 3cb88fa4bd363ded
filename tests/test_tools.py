"""The tools that watch the figures: floors only rise, and changed claims are told with their sentence."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).parent.parent / "tools"
FOG = "Fog lay on the hills. Rebels shelled the mill. Nobody was hurt."


def tool(name: str) -> ModuleType:
    """A tool, taken as a module."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_floors_are_in_the_file_with_three_digits():
    """The file is what the tool itself writes, so raising it changes nothing else."""
    gate = tool("gate")
    toml = (TOOLS / "floors.toml").read_text("utf-8")
    assert gate.written(gate.read_floors(toml)) == toml


@pytest.mark.parametrize(("found", "lines"), [(0.5, 0), (0.4996, 0), (0.49, 1)])
def test_a_figure_below_its_floor_is_told(found, lines):
    """What rounds to the floor stands on it; what lies below is told."""
    assert len(list(tool("gate").below({"a": 0.5}, {"a": found}))) == lines


def test_no_floor_ever_sinks():
    """A figure that fell leaves its floor where it is."""
    assert tool("gate").raised({"a": 0.5, "b": 0.5}, {"a": 0.3, "b": 0.75}) == {"a": 0.5, "b": 0.75}


def test_changed_claims_stand_under_their_sentence():
    """What went and what came is told with the sentence it stands in, once."""
    compare = tool("compare")
    was = compare.Told(FOG, 22, 45, "armed_attack", ("rebels",), (), (), "asserts", "actual", False)
    lines = list(compare.report({"fog": {was}}, {"fog": {was._replace(type="shelling")}}))
    assert lines[:2] == ["fog: 0 the same, 1 lost, 1 gained", "  Rebels shelled the mill."]
    assert [line.split()[:2] for line in lines[2:]] == [["-", "armed_attack"], ["+", "shelling"]]


def test_episodes_never_read_are_only_counted():
    """Of what is scored but not read, no sentence is printed."""
    compare = tool("compare")
    was = compare.Told(FOG, 22, 45, "shelling", (), (), (), "asserts", "actual", False)
    assert list(compare.report({"07_fog": {was}}, {"07_fog": set()})) == ["07_fog: 0 the same, 1 lost, 0 gained"]


def test_the_plot_holds_a_dot_a_bin():
    """Each bin is a dot with its numbers, and the error stands beside them."""
    reliability = tool("reliability")
    svg = reliability.drawn([reliability.Bin(0.2, 0.1, 30), reliability.Bin(0.8, 0.9, 10)])
    assert svg.count("<circle") == 2
    assert "judged 0.80, taken 0.90, 10 claims" in svg
    assert "calibration error 0.100, 40 claims" in svg


def test_the_confidence_means_what_it_says():
    """The measured bins in the docs lie within five hundredths of what was taken, and the plot is drawn from them."""
    reliability = tool("reliability")
    docs = TOOLS.parent / "docs"
    rows = [line.split("\t") for line in (docs / "reliability.tsv").read_text("utf-8").splitlines()[1:]]
    bins = [reliability.Bin(float(judged), float(taken), int(claims)) for judged, taken, claims in rows]
    assert reliability.error(bins) <= 0.05
    assert f"calibration error {reliability.error(bins):.3f}" in (docs / "reliability.svg").read_text("utf-8")


def test_the_confidence_of_each_field_means_what_it_says():
    """So do the bins of every field, judged without its own episode; the sheet holds a plot for each."""
    reliability = tool("reliability")
    docs = TOOLS.parent / "docs"
    fields: dict[str, list[object]] = {}
    for line in (docs / "reliability_fields.tsv").read_text("utf-8").splitlines()[1:]:
        field, judged, right, claims = line.split("\t")
        fields.setdefault(field, []).append(reliability.Bin(float(judged), float(right), int(claims)))
    sheet = (docs / "reliability_fields.svg").read_text("utf-8")
    assert len(fields) == 10
    for field, bins in fields.items():
        assert reliability.error(bins) <= 0.05, field
        assert f"{field}: error {reliability.error(bins):.3f}" in sheet
