"""Which addresses may be contacted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.fetch.addresses import allowed_networks, refusal

REFUSED = """
0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.0.9 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.168.1.1 198.18.0.1
198.51.100.7 203.0.113.9 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:192.168.0.1 ::127.0.0.1 ::8.8.8.8
64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::808:808 100::1 2001::1 2001:0:808:808::1 2001:db8::1 2002:7f00:1:: 2002:808:808::1 fc00::1
fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2606:4700::5efe:7f00:1 3fff::1 5f00::1 localhost 1.2.3
""".split()


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_not_the_public_internet_is_refused(address: str) -> None:
    """Private, loopback, link-local, multicast, reserved, tunnelled: each is refused, in words."""
    assert refusal(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "::ffff:8.8.8.8", "64:ff9b::808:808", "2606:4700::1111"]
)
def test_the_public_internet_is_not(address: str) -> None:
    """A public address is contacted, also where a network writes it as IPv6."""
    assert refusal(address) is None


def test_what_a_person_allows_is_allowed() -> None:
    """An address of one's own network, and no other one."""
    own = allowed_networks(["10.1.0.0/16"])

    assert refusal("10.1.9.9", own) is None
    assert refusal("10.2.0.1", own)


@given(st.ip_addresses(v=4))
def test_clothes_change_nothing(address: object) -> None:
    """An IPv4 address is refused in IPv6 clothes whenever it is refused without them."""
    plain = refusal(str(address))

    assert plain == refusal(f"::ffff:{address}")
    assert plain == refusal(f"64:ff9b::{address}")
