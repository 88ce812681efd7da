"""Projects in the menu of the CMS, for those who decide about them."""

import pytest

pytestmark = pytest.mark.django_db


def test_for_moderators_only(client, mo, make_user):
    client.force_login(mo)
    assert 'href="/admin/projects/"' in client.get("/admin/").text.replace("\\/", "/") or (
        "/admin/projects/" in client.get("/admin/").text
    )
    client.force_login(make_user("gast", "wagtailadmin.access_admin"))
    assert "/admin/projects/" not in client.get("/admin/").text
