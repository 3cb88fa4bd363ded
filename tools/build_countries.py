"""Builds `src/dateline/words/countries.toml`: each country's English name, its demonyms and its capital.

Names come from Unicode's CLDR (PyPI: babel), demonyms and capitals from PyPI's countryinfo. Run it again after a change:
`python tools/build_countries.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale
from countryinfo import CountryInfo, CountryNotFoundError

TARGET = Path(__file__).parent.parent / "src" / "dateline" / "words" / "countries.toml"
HEAD = "# Countries: name, demonyms, capital. Built by tools/build_countries.py from babel (CLDR) and countryinfo.\n\n"
DEPENDENT = frozenset("AX AS AI AW BM BV IO KY CC CX CK CW FK FO GF PF TF GG GI GL GP GU HM IM JE MO MQ MS MP NC NF NU PN PR RE BL SH MF PM SX GS SJ TC TK UM VG VI WF YT BQ AQ AC EA EZ IC TA UN EH".split())  # fmt: skip
"""Territories that no report names as one who acts."""
PRESS = {
    "GB": "Britain", "TR": "Turkey", "PS": "Palestine", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo",
    "CI": "Ivory Coast", "HK": "Hong Kong", "VA": "Vatican",
}  # fmt: skip
"""Names as the press writes them, where CLDR's differ."""
ALIASES = {
    "AE": ["UAE", "U.A.E.", "Emirates"], "BA": ["Bosnia"], "CD": ["DRC", "DR Congo", "Congo"], "CI": ["Cote d'Ivoire"], "CZ": ["Czech Republic"],
    "GB": ["United Kingdom", "Great Britain", "UK", "U.K."], "KP": ["DPRK"], "MK": ["Macedonia"], "MM": ["Burma"], "RU": ["Russian Federation"],
    "SZ": ["Swaziland"], "TL": ["East Timor"], "TR": ["Türkiye", "Turkiye"], "VA": ["Holy See"],
    "US": ["US", "U.S.", "USA", "U.S.A.", "United States of America", "America"], "SY": ["Syrian Arab Republic"],
}  # fmt: skip
DEMONYMS = {
    "AR": ["Argentine"], "AZ": ["Azeri"], "BD": ["Bangladeshi"], "BW": ["Botswanan"], "EC": ["Ecuadorian"], "GB": ["English", "Scottish", "Welsh"],
    "IS": ["Icelandic"], "KG": ["Kyrgyz"], "KZ": ["Kazakh"], "LS": ["Basotho"], "LU": ["Luxembourgish"], "NZ": ["New Zealand"],
    "PH": ["Philippine"], "PS": ["Palestinian"], "SA": ["Saudi"], "SI": ["Slovenian"], "TJ": ["Tajik"], "UZ": ["Uzbek"], "XK": ["Kosovan"],
}  # fmt: skip
LACKED = {"XK": {"capital": "Pristina", "demonym": "Kosovar"}}
"""States that countryinfo does not know."""
CAPITALS = {
    "KZ": "Astana",
    "MM": "Naypyidaw",
    "PS": "Ramallah",
    "US": "Washington",
    "VA": "",
    "SG": "",
    "LU": "",
    "DJ": "",
    "MC": "",
    "SM": "",
    "HK": "",
}
"""Seats of government where the source is out of date, or where the capital is the country's own name."""


def rows() -> Iterator[tuple[str, str, list[str], list[str], str]]:
    """Code, name, aliases, demonyms and capital of each country, in order of the codes."""
    names = {str(code): str(name) for code, name in Locale("en").territories.items()}
    for code in sorted(code for code in names if len(code) == 2 and code.isalpha() and code not in DEPENDENT):
        facts = _facts(code)
        if facts is None:
            continue
        demonyms = [word.strip() for word in str(facts.get("demonym") or "").replace(" or ", ",").split(",")]
        name = names[code].split(" (")[0].replace(" & ", " and ").replace("’", "'")
        demonyms = [word for word in [*demonyms, *DEMONYMS.get(code, [])] if word]
        yield (
            code,
            PRESS.get(code, name),
            ALIASES.get(code, []),
            demonyms,
            CAPITALS.get(code, str(facts.get("capital") or "")),
        )


def _facts(code: str) -> Mapping[str, object] | None:
    """What countryinfo knows of a country, or what we say of one that it lacks."""
    try:
        return {**CountryInfo(code).info()}
    except CountryNotFoundError:
        return LACKED.get(code)


def toml() -> str:
    """The file's text."""
    tables = (
        f"[{code}]\nname = {_quoted(name)}\naliases = {_quoted(aliases)}\n"
        f"demonyms = {_quoted(demonyms)}\ncapital = {_quoted(capital)}\n"
        for code, name, aliases, demonyms, capital in rows()
    )
    return HEAD + "\n".join(tables)


def _quoted(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    TARGET.write_text(toml(), encoding="utf-8")
