"""Codes in addresses: read as people type them, written into any address."""

import pytest

from audience.domain.share_codes import address_with, code_in_address, read_share_code

CODE = "7K3M9Q2R0X"


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), f" {CODE} ", "7k3m9q2rox"])
def test_what_people_type(typed):
    assert read_share_code(typed) == CODE


@pytest.mark.parametrize(
    "typed", ["", "7K3M9Q2R0", f"{CODE}X", "<script>aa", "ÜK3M9Q2R0X", "7" * 5_000, "7K3M9Q2R0U"]
)
def test_what_is_no_code(typed):
    assert read_share_code(typed) == ""


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (f"https://ours.example/a/?par={CODE}", CODE),
        (f"https://ours.example/a/?t=3&par={CODE}&par=B#x", CODE),
        (f"https://other.example/a/?par={CODE}", ""),
        ("https://ours.example/a/?par=%3Cscript%3E", ""),
        ("https://ours.example/a/", ""),
        ("https://[ours/?par=1", ""),
        ("https://ours.example/?par=1&" + "a=1&" * 30, ""),
        ("", ""),
    ],
)
def test_the_code_of_the_page_before(address, found):
    assert code_in_address(address, "ours.example") == found


@pytest.mark.parametrize(
    ("address", "coded"),
    [
        ("/a/", f"/a/?par={CODE}"),
        ("/a/?t=3#b", f"/a/?t=3&par={CODE}#b"),
        ("https://ours.example/é", f"https://ours.example/é?par={CODE}"),
    ],
)
def test_a_code_in_an_address(address, coded):
    assert address_with(address, CODE) == coded
