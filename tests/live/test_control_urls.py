"""Addresses that are read aloud."""

from django.urls import reverse


def test_addresses():
    assert reverse("presenter", args=["abc"]) == "/presentateur/abc/"
    assert reverse("overlay", args=[3]) == "/synthe/3/"
