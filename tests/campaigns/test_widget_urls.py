"""What stands in other people's pages has one address, whatever the language."""

from django.urls import reverse
from django.utils import translation

KEY = "0123456789abcdef"


def test_addresses():
    for language, prefix in (("fr", ""), ("en", "/en")):
        with translation.override(language):
            assert reverse("widget_frame", args=[KEY]) == f"/vignette/{KEY}/cadre/"
            assert reverse("widget_badge", args=[KEY, "svg"]) == f"/vignette/{KEY}/pastille.svg"
            assert reverse("oembed") == "/oembed"
            assert reverse("widget_code", args=[KEY]) == f"{prefix}/vignette/{KEY}/"
