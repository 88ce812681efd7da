"""Who left an address hears of replies: once each, until they say stop."""

import pytest
from django.core import mail

from audience.domain.send_mails import send_mails
from audience.models import Mail
from qa.domain.decide import decide
from qa.domain.tell_answered import comment_to_end, end_link, stop_replies
from qa.enums import Action, TextState

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def parent(make_comment):
    return make_comment(
        "Et le chou ?", state=TextState.APPROVED, user_email="zoe@example.org", followup=True,
        language="en",
    )  # fmt: skip


def shown(make_comment, mo, parent, **values):
    reply = make_comment("Le <chou> va bien.", parent=parent, name="Lulu", **values)
    return decide(reply, Action.APPROVE, user=mo)


def test_told_when_it_is_shown(parent, make_comment, mo):
    reply = shown(make_comment, mo, parent)
    decide(decide(reply, Action.HIDE, user=mo), Action.APPROVE, user=mo)
    send_mails()
    (sent,) = mail.outbox
    html = str(sent.alternatives[0].content)
    assert (sent.to, sent.subject) == (["zoe@example.org"], "Somebody answers you")
    assert ("Le <chou> va bien." in sent.body, "<chou>" in html) == (True, False)
    for text in (sent.body, html):
        assert f"/commentaire/{reply.code}/" in text
        assert "Lulu" in text
    assert sent.extra_headers["List-Unsubscribe"] == f"<{end_link(parent)}>"


def test_no_more_after_one_press(parent, make_comment, mo):
    shown(make_comment, mo, parent)
    token = end_link(parent).rstrip("/").rpartition("/")[2]
    stop_replies(comment_to_end(token))
    assert (Mail.objects.count(), comment_to_end("junk")) == (0, None)
    shown(make_comment, mo, parent)
    assert send_mails() == 0


def test_what_is_hidden_before_it_leaves_is_not_sent(parent, make_comment, mo):
    decide(shown(make_comment, mo, parent), Action.HIDE, user=mo)
    assert send_mails() == 0


def test_nobody_hears_of_themselves(parent, make_comment, mo):
    shown(make_comment, mo, parent, user_email="zoe@example.org")
    decide(make_comment("Seul."), Action.APPROVE, user=mo)
    assert not Mail.objects.exists()
