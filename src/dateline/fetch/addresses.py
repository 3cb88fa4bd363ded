"""Which addresses may be contacted: those of the public internet, and what a person allows besides."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

__all__ = ["Network", "allowed_networks", "refusal"]

Network = IPv4Network | IPv6Network

TRANSLATED: Final = IPv6Network("64:ff9b::/96")
"""NAT64 as every network may have it: its last 32 bits are the IPv4 address that is reached."""

TUNNELS: Final = {
    IPv6Network("::/96"): "an IPv4 address in IPv6 clothes",
    IPv6Network("64:ff9b:1::/48"): "a NAT64 address of some local network",
    IPv6Network("2002::/16"): "a 6to4 address",
    IPv6Network("2001::/32"): "a Teredo address",
    IPv6Network("fec0::/10"): "a site-local address",
    IPv6Network("3fff::/20"): "an address for documents only",
    IPv6Network("5f00::/16"): "an address of a network's own routing",
}
"""Ranges that lead somewhere else than they say, or nowhere, whatever lies behind them."""

ISATAP: Final = (0x0000_5EFE, 0x0200_5EFE)
"""The middle 32 bits of the address of a tunnel inside an organisation."""


def refusal(address: str, allowed: Iterable[Network] = ()) -> str | None:
    """Why an address may not be contacted, in a few words; None where it may.

    >>> refusal("93.184.215.14"), refusal("127.0.0.1"), refusal("::ffff:10.0.0.1"), refusal("64:ff9b::a00:1")
    (None, 'a loopback address', 'a private address', 'a private address')
    """
    try:
        told = ip_address(address)
    except ValueError:
        return "no address"
    return None if any(told in network for network in allowed) else _refusal(told)


def allowed_networks(told: Iterable[str]) -> tuple[Network, ...]:
    """The networks that a person allows besides. Raises ValueError for a name that is none.

    >>> allowed_networks(["127.0.0.1", "10.1.0.0/16"])
    (IPv4Network('127.0.0.1/32'), IPv4Network('10.1.0.0/16'))
    """
    return tuple(ip_network(one, strict=False) for one in told)


def _refusal(told: IPv4Address | IPv6Address) -> str | None:
    if isinstance(told, IPv6Address):
        inner = told.ipv4_mapped or (IPv4Address(int(told) & 0xFFFF_FFFF) if told in TRANSLATED else None)
        if inner is not None:
            return _refusal(inner)
    for kind, holds in (
        ("a loopback address", told.is_loopback),
        ("an unspecified address", told.is_unspecified),
        ("a link-local address", told.is_link_local),
        ("a multicast address", told.is_multicast),
    ):
        if holds:
            return kind
    if isinstance(told, IPv6Address):
        for network, kind in TUNNELS.items():
            if told in network:
                return kind
        if (int(told) >> 32) & 0xFFFF_FFFF in ISATAP:
            return "a tunnel's address"
    return None if told.is_global and not told.is_reserved else "a private address"
