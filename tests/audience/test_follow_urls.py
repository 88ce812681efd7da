"""Addresses of following, in both languages."""

from django.urls import reverse
from django.utils import translation


def test_addresses():
    for language, prefix in (("fr", ""), ("en", "/en")):
        with translation.override(language):
            assert reverse("follow", args=["jardin", "7"]) == f"{prefix}/suivre/jardin/7/"
            assert reverse("follow_asked", args=["jardin", "7"]).endswith("/jardin/7/merci/")
            assert reverse("confirm_following", args=["1.a-_"]) == f"{prefix}/suivre/oui/1.a-_/"
            assert reverse("end_following", args=["1.a-_"]) == f"{prefix}/suivre/fin/1.a-_/"
