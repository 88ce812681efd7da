"""What a browser may load on our pages."""

from portal.settings.policies import ADMIN_POLICY, PUBLIC_POLICY, with_media_origin

BUCKET = "https://films.example"


def test_the_public_policy_allows_nothing_inline():
    sources = [s for found in PUBLIC_POLICY["DIRECTIVES"].values() for s in found]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"} & set(sources)


def test_the_admin_policy_widens_scripts_and_styles_only():
    public, admin = PUBLIC_POLICY["DIRECTIVES"], ADMIN_POLICY["DIRECTIVES"]
    differing = {name for name in admin if admin[name] != public.get(name)}
    assert differing == {"script-src", "style-src", "img-src"}


def test_without_an_origin_nothing_changes():
    assert with_media_origin(PUBLIC_POLICY, "") is PUBLIC_POLICY


def test_films_may_come_from_a_bucket():
    wider = with_media_origin(PUBLIC_POLICY, BUCKET)["DIRECTIVES"]
    assert {name for name, sources in wider.items() if BUCKET in sources} == {
        "media-src",
        "connect-src",
        "img-src",
    }
    assert BUCKET not in str(PUBLIC_POLICY)
