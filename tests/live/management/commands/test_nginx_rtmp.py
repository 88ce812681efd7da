"""The configuration is printed as the settings want it; tests/live/encoder lets nginx run with it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture(autouse=True)
def before_our_door(settings):
    settings.PORT, settings.RTMP_PORT, settings.RTMP_PUBLIC_PORT = 8000, 1936, 1935
    settings.NGINX_RTMP_SECRET = "0123456789abcdef"


def printed() -> str:
    out = StringIO()
    call_command("nginx_rtmp", stdout=out)
    return out.getvalue()


def test_nginx_asks_us_and_pushes_to_us():
    said = printed()
    ask = "http://127.0.0.1:8000/nginx-rtmp/?secret=0123456789abcdef;"
    for directive in ("on_publish", "on_update", "on_publish_done"):
        assert f" {directive} {ask}" in said
    assert "listen 1935;" in said
    assert "push rtmp://127.0.0.1:1936/live;" in said
    assert "access_log off;" in said
    assert "deny play all;" in said
    assert said.count("{") == said.count("}")


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("NGINX_RTMP_SECRET", "", "openssl rand"),
        ("NGINX_RTMP_SECRET", "short", "at least 16"),
        ("NGINX_RTMP_SECRET", "0123456789abcdef; }", "letters and digits only"),
        ("NGINX_RTMP_SECRET", "0123456789abcdé&f", "letters and digits only"),
        ("RTMP_PORT", 0, "two ports"),
        ("RTMP_PORT", 1935, "two ports"),
    ],
)
def test_settings_that_cannot_work_are_refused_with_the_remedy(settings, setting, value, words):
    setattr(settings, setting, value)
    with pytest.raises(CommandError, match=words):
        printed()
