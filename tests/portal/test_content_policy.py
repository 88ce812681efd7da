"""Every answer tells the browser what it may load; the CMS has a wider policy of its own."""

import pytest

pytestmark = pytest.mark.django_db


def policy(answer) -> dict[str, list[str]]:
    directives = answer["Content-Security-Policy"].split(";")
    return {name: sources for name, *sources in (directive.split() for directive in directives)}


@pytest.mark.parametrize(
    "url",
    ["/", "/campagnes/", "/search/", "/nothing/", "/robots.txt", "/sitemap.xml", "/_util/login/"],
)
def test_public_pages_load_only_from_here(house, client, url):
    found = policy(client.get(url))
    assert found["default-src"] == ["'none'"]
    assert found["script-src"] == ["'self'"]
    assert found["frame-ancestors"] == ["'self'"]
    assert found["base-uri"] == ["'none'"]
    assert found["form-action"] == ["'self'"]
    assert found["media-src"] == ["'self'", "blob:"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & {s for f in found.values() for s in f}


def test_the_cms_may_use_inline_scripts(house, client, admin):
    client.force_login(admin)
    for url in ("/admin/", f"/admin/pages/{house.home.pk}/edit/"):
        answer = client.get(url)
        assert answer.status_code == 200
        found = policy(answer)
        assert found["script-src"] == ["'self'", "'unsafe-inline'"]
        assert found["default-src"] == ["'none'"]


def test_the_cms_may_frame_its_previews(house, client, admin):
    client.force_login(admin)
    answer = client.get(f"/admin/pages/{house.home.pk}/edit/preview/?mode=")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(answer)["frame-ancestors"] == ["'self'"]


def test_a_page_named_like_the_cms_keeps_the_strict_policy(house, client):
    assert policy(client.get("/administration/"))["script-src"] == ["'self'"]


def test_the_other_headers(house, client):
    answer = client.get("/")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Server" not in answer
