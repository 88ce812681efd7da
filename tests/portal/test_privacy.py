"""What is a draft, or behind a password, shows nowhere: not its title, not its film."""

import re

import pytest
from wagtail.models import PageViewRestriction

from home.models import MenuItem, SiteSettings
from media.domain.may_watch import OPEN

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
SECRET = "Xylophone secret"


def hide(page, how: str) -> None:
    match how:
        case "draft":
            page.unpublish()
        case "password":
            values = {"restriction_type": "password", "password": "radis"}
            PageViewRestriction.objects.create(page=page, **values)
        case "login":
            PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.fixture
def lists(house, make_episode, make_theme, make_campaign, make_film, translate):
    """An episode that stands in every list there is, and the addresses of these lists."""
    theme, campaign = make_theme(), make_campaign()
    neighbour = make_episode("Le voisin", number=1)
    secret = make_episode(
        SECRET, number=2, video=make_film(), themes=[theme], campaign=campaign, pitch=SECRET
    )
    translation = translate(secret, title="Translated", pitch="", video=None)
    words = SiteSettings.for_site(house.site)
    MenuItem.objects.create(settings=words, page=secret)
    urls = ["/", secret.get_parent().url, "/themes/argent/", campaign.url, "/search/?q=xylophone"]
    urls += [neighbour.url, translation.url]
    return secret, urls


def test_everybody_sees_what_is_public(lists, client, asgi):
    secret, urls = lists
    for url in urls:
        assert f'"{secret.url}"' in client.get(url).text, url
    assert secret.full_url.encode() in b"".join(client.get("/sitemap.xml?part=0"))
    assert asgi("GET", f"/v/{secret.video.public_id}/{OPEN}/v1/360p.mp4").status == 200


@pytest.mark.parametrize("how", ["draft", "password", "login"])
def test_nobody_sees_what_is_hidden(lists, client, asgi, how):
    secret, urls = lists
    hide(secret, how)
    for url in urls:
        answer = client.get(url)
        assert answer.status_code == 200
        assert SECRET not in answer.text.replace('value="xylophone"', ""), url
        assert f'"{secret.url}"' not in answer.text, url
    assert secret.full_url.encode() not in b"".join(client.get("/sitemap.xml?part=0"))
    for name in ("360p.mp4", "master.m3u8", "poster-3.jpg", "story.vtt"):
        answer = asgi("GET", f"/v/{secret.video.public_id}/{OPEN}/v1/{name}")
        assert (answer.status, answer.body) == (404, b"")
    for name in ("status.json", "captions-fr.vtt", "chapters-fr.vtt"):
        assert client.get(f"/videos/{secret.video.public_id}/{OPEN}/{name}").status_code == 404


def test_a_hidden_programme_hides_its_episodes(lists, client):
    secret, urls = lists
    parent = secret.get_parent()
    hide(parent, "password")
    for url in ("/", "/themes/argent/", "/search/?q=xylophone", "/emissions/"):
        assert secret.url not in client.get(url).text
    assert parent.url not in client.get("/emissions/").text


def test_a_hidden_campaign_is_not_named_by_its_episodes(lists, client, house):
    secret, _ = lists
    house.home.campaign = secret.campaign
    house.home.save_revision().publish()
    assert "Un légume par vue" in client.get("/").text
    assert "Un légume par vue" in client.get(secret.url).text
    hide(secret.campaign, "password")
    assert "Un légume par vue" not in client.get("/").text
    assert "Un légume par vue" not in client.get(secret.url).text
    assert "Un légume par vue" not in client.get("/campagnes/").text


def test_behind_the_password_the_film_plays(lists, client, asgi):
    secret, _ = lists
    secret = type(secret).objects.get(pk=secret.pk)
    hide(secret, "password")
    form = client.get(secret.url)
    assert form.status_code == 200
    assert SECRET not in form.text
    assert secret.video.public_id not in form.text

    restriction = PageViewRestriction.objects.get()
    address = f"/_util/authenticate_with_password/{restriction.pk}/{secret.pk}/"
    wrong = client.post(address, {"password": "navet", "return_url": secret.url})
    assert wrong.status_code == 200
    assert SECRET not in wrong.text
    right = client.post(address, {"password": "radis", "return_url": secret.url}, follow=True)
    assert right.redirect_chain == [(secret.url, 302)]
    assert SECRET in right.text
    assert "private" in right["Cache-Control"]
    address = re.search(r'data-mp4="([^"]+)"', right.text)[1]
    assert f"/{OPEN}/" not in address
    answer = asgi("GET", address)
    assert (answer.status, len(answer.body)) == (200, 1024)


def test_the_log_in_is_asked_for(lists, client, admin):
    secret, _ = lists
    hide(secret, "login")
    answer = client.get(secret.url)
    assert answer.status_code == 302
    assert "login" in answer["Location"]
    client.force_login(admin)
    assert SECRET in client.get(secret.url).text


def test_a_preview_of_a_draft_plays(make_episode, make_film, client, admin, asgi):
    draft = make_episode(SECRET, live=False, video=make_film())
    draft.save_revision()
    client.force_login(admin)
    text = client.get(f"/admin/pages/{draft.pk}/view_draft/").text
    assert SECRET in text
    address = re.search(r'data-mp4="([^"]+)"', text)[1]
    assert f"/{OPEN}/" not in address
    assert asgi("GET", address).body.startswith(bytes(range(256)))


def test_a_preview_of_a_draft_leaves_nothing_in_the_public_page(
    make_episode, make_film, make_campaign, client, admin
):
    film = make_film()
    shown = make_campaign("Un légume par vue", video=film)
    page = make_episode("Un", number=1, video=film, campaign=shown)
    make_episode("Deux", number=2)
    make_episode("Trois", number=3)
    page.number, page.campaign = 2, make_campaign(SECRET)
    page.save_revision()
    client.force_login(admin)
    draft = client.get(f"/admin/pages/{page.pk}/view_draft/").text
    assert SECRET in draft
    assert ("Deux" in draft, "Trois" in draft) == (False, True)
    client.logout()
    public = client.get(page.url).text
    assert SECRET not in public
    assert ("Deux" in public, "Trois" in public) == (True, False)
