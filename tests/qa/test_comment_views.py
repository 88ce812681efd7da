"""Commenting through all layers, without JavaScript and without a cookie."""

import pytest
from django.test import Client

from audience.domain.form_tickets import new_ticket
from qa.domain.confirm_comment import DRAFT_LASTS
from qa.domain.post_comment import PURPOSE
from qa.domain.tell_answered import end_link
from qa.enums import TextState
from qa.models import Comment, CommentDraft

pytestmark = pytest.mark.django_db
NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "javascript:alert(1)",
    "</textarea><script>alert(1)</script>",
    "{{ 7*7 }}{% debug %}",
    "<a href='javascript:alert(1)'>x</a>",
    "<!--<script>alert(1)//-->",
    "<style>*{display:none}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


@pytest.fixture
def client() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def episode(make_episode):
    return make_episode()


def write(client, episode, text="Bravo aux poireaux.", ticket=None, **values):
    ticket = new_ticket(PURPOSE) if ticket is None else ticket
    headers = values.pop("headers", {})
    form = {"text": text, "ticket": ticket, **values}
    return client.post(f"/commenter/{episode.pk}/", form, headers=headers)


def test_written_read_and_shown(client, episode):
    shown = client.get(episode.url).content.decode()
    assert "Personne n’a encore rien dit" in shown
    assert "Set-Cookie" not in client.get(episode.url).headers
    begun = client.get(f"/commenter/{episode.pk}/?texte=Bravo")
    assert "Bravo</textarea>" in begun.content.decode()
    answer = write(client, episode, name="Lulu")
    comment = Comment.objects.get()
    assert (answer.status_code, answer.url) == (302, comment.get_private_url())
    assert "Votre commentaire est entre nos mains" in client.get(answer.url).content.decode()
    for address in (
        episode.url,
        f"/commentaires/{episode.pk}/",
        "/sitemap.xml",
        "/recherche/?q=Bravo+poireaux",
    ):
        assert "Bravo aux" not in b"".join(client.get(address)).decode()
    assert client.get(comment.get_absolute_url()).status_code == 404
    comment.state = TextState.APPROVED
    comment.save()
    place = client.get(comment.get_absolute_url())
    assert place.url.endswith(f"#c-{comment.code}")
    shown = client.get(f"/commentaires/{episode.pk}/").content.decode()
    assert "Bravo aux poireaux." in shown
    assert "Lulu" in shown


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_runs(client, episode, nasty):
    write(client, episode, nasty, name=nasty[:50])
    comment = Comment.objects.get()
    private = client.get(comment.get_private_url()).content.decode()
    comment.state = TextState.APPROVED
    comment.save()
    public = client.get(episode.url).content.decode()
    listed = client.get(f"/commentaires/{episode.pk}/").content.decode()
    for html in (private, public, listed):
        assert nasty not in html or nasty in ("javascript:alert(1)", "{{ 7*7 }}{% debug %}")
        assert 'href="javascript:' not in html
        assert "<script>alert" not in html


def test_wrong_input_loses_nothing(client, episode):
    answer = write(client, episode, "x" * 1001, name="Lulu")
    assert answer.status_code == 422
    assert "x" * 1001 in answer.content.decode()
    assert "Lulu" in answer.content.decode()
    old = write(client, episode, ticket="junk")
    assert "très longtemps" in old.content.decode()
    foreign = write(client, episode, headers={"origin": "https://elsewhere.example"})
    assert foreign.status_code == 403
    assert "Bravo aux poireaux." in foreign.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("address", ["/commenter/999999/", "/commentaires/999999/"])
def test_pages_that_are_not_there(client, house, address):
    assert client.get(address).status_code == 404


def test_replies(client, episode, make_comment):
    parent = make_comment("Et le chou ?", page=episode, state=TextState.APPROVED)
    form = client.get(f"/commenter/{episode.pk}/?reponse={parent.code}").content.decode()
    assert "Et le chou" in form
    write(client, episode, "Il va bien.", reponse=parent.code)
    assert Comment.objects.get(level=1).parent_id == parent.pk
    assert write(client, episode, reponse="nothing").status_code == 404
    parent.state = TextState.HIDDEN
    parent.save()
    late = write(client, episode, "Moi aussi.", reponse=parent.code)
    assert (late.status_code, "Moi aussi." in late.content.decode()) == (409, True)
    assert "Et le chou" not in late.content.decode()


def test_confirmed_by_post_only(client, episode):
    answer = write(client, episode, email="zoe@example.org")
    assert "zoe@example.org" in answer.content.decode()
    draft = CommentDraft.objects.get()
    address = f"/commentaire/confirmer/{draft.token}/"
    for _ in range(3):
        assert "Bravo aux poireaux." in client.get(address).content.decode()
    assert not Comment.objects.exists()
    answer = client.post(address)
    assert answer.url == Comment.objects.get().get_private_url()
    assert client.post(address).status_code == client.get(address).status_code == 410


def test_confirmed_when_the_page_has_gone(client, episode):
    write(client, episode, email="zoe@example.org")
    episode.unpublish()
    answer = client.post(f"/commentaire/confirmer/{CommentDraft.objects.get().token}/")
    assert answer.status_code == 409
    CommentDraft.objects.update(made_at=CommentDraft.objects.get().made_at - DRAFT_LASTS)
    assert client.get(f"/commentaire/confirmer/{'x' * 22}/").status_code == 410


def test_ones_own_comment(client, make_comment):
    comment = make_comment(
        "Canari.", state=TextState.APPROVED, user_email="zoe@example.org", followup=True
    )
    address = comment.get_private_url()
    assert client.get(address)["Referrer-Policy"] == "same-origin"
    assert client.get(f"{address}export/").json()["email"] == "zoe@example.org"
    client.post(address, {"deed": "forget_address"})
    client.post(address, {"deed": "junk"})
    comment.refresh_from_db()
    assert (comment.followup, comment.state) == (False, TextState.APPROVED)
    client.post(address, {"deed": "withdraw"})
    assert "repris votre commentaire" in client.get(address).content.decode()
    assert client.post(address, {"deed": "withdraw"}).status_code == 409
    assert client.post(address, {"deed": "erase"}).status_code == 200
    assert client.get(address).status_code == 404


def test_mails_end_with_one_press(client, make_comment):
    comment = make_comment(user_email="zoe@example.org", followup=True)
    address = end_link(comment)
    assert "<form" in client.get(address).content.decode()
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    comment.refresh_from_db()
    assert comment.user_email == ""
    assert client.post("/commentaire/fin/junk/").status_code == 410


def test_objecting_to_a_refusal(client, make_comment):
    comment = make_comment(state=TextState.REJECTED, refused_for="insult")
    client.post(comment.get_private_url(), {"deed": "object", "objection": "C’était un légume."})
    comment.refresh_from_db()
    assert (comment.state, comment.objection) == (TextState.PENDING, "C’était un légume.")
