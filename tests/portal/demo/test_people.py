"""Three log-ins, made once, printed again."""

import pytest
from django.conf import settings

from portal.demo.people import make_people
from users.models import User

pytestmark = pytest.mark.django_db


def test_log_ins_are_made_once_and_work(client, roots):
    first = make_people()
    second = make_people()

    assert first == second
    assert [login.role for login in first] == ["admin", "editor", "moderator"]
    assert all(client.login(username=p.username, password=p.password) for p in first)
    assert User.objects.get(username="admin").is_superuser
    assert User.objects.get(username="editor").has_perm("wagtailadmin.access_admin")


def test_passwords_are_kept_where_only_the_owner_reads(roots):
    make_people()
    file = settings.DATA_DIR / "demo-logins.txt"
    assert file.stat().st_mode & 0o777 == 0o600
