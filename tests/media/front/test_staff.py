"""Who asks: session, origin, language."""

import pytest
from wagtail.users.models import UserProfile

from media.front.staff import ensure_own_origin, reader_language, staff_user
from media.refusals import ForeignOrigin, NotLoggedIn


def scope(**headers):
    pairs = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    return {"type": "http", "headers": pairs}


def test_the_session_tells_who_it_is(client, editor):
    client.force_login(editor)
    cookie = f"a=b; sessionid={client.cookies['sessionid'].value}; c"
    assert staff_user(scope(cookie=cookie)) == editor
    client.logout()
    with pytest.raises(NotLoggedIn):
        staff_user(scope(cookie=cookie))


def test_a_changed_password_ends_the_session(client, editor):
    client.force_login(editor)
    editor.set_password("another")
    editor.save()
    with pytest.raises(NotLoggedIn):
        staff_user(scope(cookie=f"sessionid={client.cookies['sessionid'].value}"))


@pytest.mark.parametrize("cookie", ["", "sessionid=", "sessionid=\x00", "%%;;="])
def test_no_session(db, cookie):
    with pytest.raises(NotLoggedIn):
        staff_user(scope(cookie=cookie))


def test_origins(settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://tv.example.org"]
    ensure_own_origin(scope(host="localhost:8000"))
    ensure_own_origin(scope(host="localhost:8000", origin="http://localhost:8000"))
    ensure_own_origin(scope(host="10.0.0.5", origin="https://tv.example.org"))
    for origin in ("null", "https://evil.example", "http://localhost:9000"):
        with pytest.raises(ForeignOrigin):
            ensure_own_origin(scope(host="localhost:8000", origin=origin))


def test_languages(editor):
    assert reader_language(scope(accept_language="en-GB,en;q=0.9")) == "en"
    assert reader_language(scope(accept_language="xx")) == "fr"
    assert reader_language(scope(cookie="django_language=en")) == "en"
    assert reader_language(scope(accept_language="en"), editor) == "en"
    UserProfile.objects.create(user=editor, preferred_language="fr")
    editor.refresh_from_db()
    assert reader_language(scope(accept_language="en"), editor) == "fr"
