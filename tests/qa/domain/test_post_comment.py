"""Commenting: once, in the right place of the thread, whatever the browser does."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from audience.models import Mail
from media.edition import new_edition
from qa.domain import post_comment as module
from qa.domain.post_comment import Words, post_comment
from qa.enums import Moderation, StopMode, TextState
from qa.models import Comment, CommentDraft, CommentSettings, StopList
from qa.models.keys import new_key
from qa.refusals import CommentsClosed, NothingSaid, ReplyToNothing, TooManyComments

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


def words(text="Bravo aux poireaux.", **values):
    return Words(**{"key": new_key(), "text": text, **values})


def test_it_waits_for_the_team(make_episode):
    page = make_episode()
    made = post_comment(page, words("Bravo\u200b  aux poireaux.", name=" Lulu "), "192.0.2.7")
    assert (made.comment, made.author_name, made.where) == (
        "Bravo aux poireaux.", "Lulu", page.title
    )  # fmt: skip
    assert (made.state, made.is_public, made.level) == (TextState.PENDING, False, 0)


def test_the_same_form_twice_is_one_comment(make_episode):
    page, said = make_episode(), words()
    assert post_comment(page, said, "") == post_comment(page, said, "")
    assert Comment.objects.count() == 1


def test_shown_at_once_where_the_team_reads_afterwards(make_episode, house):
    CommentSettings.objects.create(moderation=Moderation.AFTER)
    StopList.objects.create(name="Oiseaux", words="cornichon", mode=StopMode.HOLD)
    page = make_episode()
    assert post_comment(page, words(), "").state == TextState.APPROVED
    held = post_comment(page, words("Quel cоrnichon !"), "")
    assert (held.state, held.held_for) == (TextState.HELD, "cornichon")


def test_an_address_is_confirmed_first(make_episode):
    page, said = make_episode(), words(email="Zoe@example.org")
    draft = post_comment(page, said, "")
    assert post_comment(page, said, "") == draft == CommentDraft.objects.get()
    assert not Comment.objects.exists()
    assert [(mail.occasion, mail.email) for mail in Mail.objects.all()] == [
        ("comment", "zoe@example.org")
    ]


def test_a_mailbox_is_not_filled(make_episode, monkeypatch):
    monkeypatch.setattr(module, "MOST_PER_MAILBOX", 2)
    page = make_episode()
    for _ in range(5):
        post_comment(page, words(email="zoe@example.org"), "")
    assert (CommentDraft.objects.count(), Mail.objects.count()) == (5, 2)


def test_three_deep_and_no_deeper(make_comment):
    one = make_comment(state=TextState.APPROVED)
    for level in (1, 2, 2, 2):
        one = make_comment(parent=one, state=TextState.APPROVED)
        assert one.level == level
    assert {comment.thread_id for comment in Comment.objects.all()} == {one.thread_id}


def test_twenty_replies_at_once_have_places_of_their_own(make_comment):
    parent = make_comment(state=TextState.APPROVED)

    def reply(number):
        try:
            return post_comment(parent.page, words(f"Moi {number}."), "", parent).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(5) as people:
        assert len(set(people.map(reply, range(20)))) == 20
    orders = list(Comment.objects.values_list("order", flat=True))
    assert sorted(orders) == list(range(1, 22))


@pytest.mark.parametrize("text", ["", " ", "\u200b", "…", "\u3164"])
def test_nothing_is_no_comment(make_episode, text):
    with pytest.raises(NothingSaid):
        post_comment(make_episode(), words(text), "")
    assert not Comment.objects.exists()


def test_closed_by_rule(make_episode, house):
    rule = CommentSettings.objects.create(closes_after_days=30)
    old, new = make_episode(age_days=31), make_episode("Neuf", age_days=29)
    assert post_comment(new, words(), "")
    with pytest.raises(CommentsClosed):
        post_comment(old, words(), "")
    rule.takes_comments = False
    rule.save()
    new_edition()
    with pytest.raises(CommentsClosed):
        post_comment(new, words(), "")


def test_replies_to_what_is_shown_here(make_comment, make_episode):
    waits = make_comment()
    with pytest.raises(ReplyToNothing):
        post_comment(waits.page, words(), "", waits)
    shown = make_comment(state=TextState.APPROVED)
    with pytest.raises(ReplyToNothing):
        post_comment(make_episode("Autre"), words(), "", shown)


def test_a_network_says_so_much(make_episode, monkeypatch):
    monkeypatch.setattr(module, "MOST_PER_NETWORK", 2)
    page = make_episode()
    for _ in range(2):
        post_comment(page, words(), "192.0.2.7")
    with pytest.raises(TooManyComments):
        post_comment(page, words(), "192.0.2.8")
    assert post_comment(page, words(), "198.51.100.1")
