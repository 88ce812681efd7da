"""An address is confirmed with a button, once, by whoever holds the link."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connections
from django.utils import timezone

from audience.domain.send_mails import send_mails
from qa.domain.confirm_comment import confirm_comment, draft_at, forget_drafts
from qa.domain.post_comment import Words, post_comment
from qa.enums import TextState
from qa.models import Comment, CommentDraft
from qa.models.comment import DRAFT_LASTS
from qa.models.keys import new_key
from qa.refusals import CommentsClosed, ReplyToNothing

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def draft(make_episode):
    words = Words(new_key(), "Bravo <b>aux</b> poireaux.", "Lulu", "zoe@example.org", "en")
    return post_comment(make_episode(), words, "")


def test_by_the_link_in_the_mail(draft):
    send_mails()
    (sent,) = mail.outbox
    html = str(sent.alternatives[0].content)
    for text in (sent.body, html):
        assert f"/en/commentaire/confirmer/{draft.token}/" in text
    assert ("<b>aux</b>" in sent.body, "<b>aux</b>" in html) == (True, False)
    comment = confirm_comment(draft_at(draft.token))
    assert (comment.key, comment.state, comment.followup, comment.user_email) == (
        draft.key, TextState.PENDING, True, "zoe@example.org"
    )  # fmt: skip
    assert draft_at(draft.token) is None


def test_eight_presses_at_once_make_one(draft):
    def press(_number):
        try:
            return confirm_comment(draft).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as people:
        assert set(people.map(press, range(8))) == {Comment.objects.get().pk}


def test_forgotten_after_two_days(draft):
    later = timezone.now() + DRAFT_LASTS + timedelta(minutes=1)
    assert forget_drafts() == 0
    assert draft.is_good(later) is False
    assert forget_drafts(later) == 1
    assert send_mails() == 0
    assert "example" not in str(draft)


def test_the_page_has_gone_meanwhile(draft):
    draft.page.unpublish()
    draft.refresh_from_db()
    with pytest.raises(CommentsClosed):
        confirm_comment(draft)
    draft.page.delete()
    assert not CommentDraft.objects.exists()


def test_what_it_answers_has_gone_meanwhile(make_comment):
    parent = make_comment(state=TextState.APPROVED)
    words = Words(new_key(), "Moi aussi.", "", "zoe@example.org")
    draft = post_comment(parent.page, words, "", parent)
    parent.state = TextState.HIDDEN
    parent.save()
    with pytest.raises(ReplyToNothing):
        confirm_comment(draft_at(draft.token))
