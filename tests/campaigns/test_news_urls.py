"""The feed stands below the page on which one follows."""

from django.urls import reverse
from django.utils import translation


def test_addresses():
    for language, prefix in (("fr", ""), ("en", "/en")):
        with translation.override(language):
            page = reverse("follow", args=["mecene", "7"])
            assert reverse("news_feed", args=["mecene", "7"]) == f"{page}nouvelles/"
            assert page.startswith(f"{prefix}/suivre/")
