"""The addresses of live programmes in the CMS."""

from django.urls import reverse


def test_the_screen_that_closes_a_live():
    assert reverse("live_after", args=[7]) == "/admin/live/7/after/"
