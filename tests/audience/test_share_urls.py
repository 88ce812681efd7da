"""Addresses of share links: short ones in no language, pages in both."""

from django.urls import reverse
from django.utils import translation


def test_addresses():
    for language, prefix in (("fr", ""), ("en", "/en")):
        with translation.override(language):
            assert reverse("share_link", args=["7K3M9Q2R0X"]) == "/s/7K3M9Q2R0X"
            assert reverse("share_qr", args=["7K3M9Q2R0X"]) == "/s/7K3M9Q2R0X.svg"
            assert reverse("make_link", args=["episode", "7"]) == f"{prefix}/partager/episode/7/"
            assert reverse("own_link", args=["a-_"]) == f"{prefix}/mon-lien/a-_/"
