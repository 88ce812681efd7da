"""The live programmes' hooks are loaded."""

from wagtail import hooks

from live import feed_hooks


def test_the_feeds_are_registered():
    functions = hooks.get_hooks("register_admin_urls")
    assert feed_hooks.register_feeds in functions
