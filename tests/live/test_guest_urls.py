"""A guest's address, in both languages."""

from django.urls import resolve, reverse
from django.utils import translation


def test_the_address_of_a_guest():
    with translation.override("fr"):
        assert reverse("duplex", args=["abc"]) == "/duplex/abc/"
        assert resolve("/duplex/abc/").kwargs == {"secret": "abc"}
    with translation.override("en"):
        assert reverse("duplex", args=["abc"]) == "/en/duplex/abc/"
