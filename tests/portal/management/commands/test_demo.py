"""The demo fills an empty site, and only once."""

from io import StringIO

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from media.models import Video
from portal.management.commands.demo import CONSOLE
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(roots):
    def demo() -> str:
        told = StringIO()
        call_command("demo", stdout=told)
        return told.getvalue()

    return demo


def census() -> tuple[int, ...]:
    return Page.objects.count(), Video.objects.count(), User.objects.count()


def test_it_fills_the_site_once_and_prints_the_log_ins(demo, client, settings):
    first = demo()
    assert "The demo site is built" in first
    found = census()
    assert found[0] > 20
    assert DBTaskResult.objects.count() == Video.objects.count()
    for url in ("/", "/campagnes/", "/emissions/", "/en/", "/sitemap.xml"):
        assert client.get(url).status_code == 200

    second = demo()
    assert "The demo site is built" not in second
    assert "Mails:" not in second
    settings.EMAIL_BACKEND = CONSOLE
    assert "each is printed here" in demo()
    assert census() == found

    for role in ("admin", "editor", "moderator"):
        line = next(line for line in first.splitlines() if f"{role} / " in line)
        assert line in second
        password = line.rpartition(" / ")[2]
        assert client.login(username=role, password=password)
        assert client.get("/admin/").status_code == 200
