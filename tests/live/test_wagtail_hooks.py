"""All screens of live programmes are registered by one module, which Wagtail finds."""

from django.urls import reverse


def test_each_subject_has_its_addresses():
    names = ("rundown", "live_feeds", "control_room", "live_after")
    assert all(reverse(name, args=[7]).startswith("/admin/") for name in names)
