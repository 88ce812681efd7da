"""Pages whose address is somebody's key: no cache keeps them, no other site learns them."""

from urllib.parse import urlsplit

import pytest

from audience.domain.follow_links import CONFIRM, END, link_to
from audience.models import Subscription
from campaigns.models import Claim, Contestation, Organisation
from qa.domain import tell_answered, tell_asker
from qa.domain.post_comment import Words, keep_comment
from qa.models import CommentDraft, Notice, Question
from qa.models.keys import new_key

pytestmark = pytest.mark.django_db
SOME = {"email": "zoe@example.org", "language": "fr"}


@pytest.fixture
def addresses(make_theme, make_episode):
    """Where the private pages are: name → address."""
    episode = make_episode()
    question = Question.objects.create(text="Qui ?", theme=make_theme(), wants_mail=True, **SOME)
    comment = keep_comment(episode, Words(new_key(), "Bravo.", **SOME), None)
    notice = Notice.objects.create(
        kind="question", subject_id=question.pk, words="Qui ?", ground="hateful", **SOME
    )
    draft = CommentDraft.objects.create(key=new_key(), page=episode, text="Bravo.", **SOME)
    coop = Organisation.objects.create(name="Coop")
    claim = Claim.objects.create(organisation=coop, statement="Bio", made_on="2026-01-01")
    subscription = Subscription.objects.create(kind="campaign", key="1", **SOME)
    return {
        "a question": question.get_private_url(),
        "a comment": comment.get_private_url(),
        "a report": notice.get_absolute_url(),
        "a contestation": Contestation.objects.create(
            claim=claim, reason="Non."
        ).get_absolute_url(),
        "confirming a comment": f"/commentaire/confirmer/{draft.token}/",
        "ending mails about a question": tell_asker.end_link(question),
        "ending mails about replies": tell_answered.end_link(comment),
        "confirming to follow": link_to(CONFIRM, subscription),
        "ending to follow": link_to(END, subscription),
    }


NAMES = {
    "a question": True,
    "a comment": True,
    "a report": True,
    "a contestation": False,
    "confirming a comment": True,
    "ending mails about a question": True,
    "ending mails about replies": True,
    "confirming to follow": True,
    "ending to follow": True,
}


@pytest.mark.parametrize(("name", "has_form"), NAMES.items())
def test_the_address_stays_here(addresses, client, name, has_form):
    answer = client.get(urlsplit(addresses[name]).path)
    assert (answer.status_code, 'method="post"' in answer.text) == (200, has_form)
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_none_is_forgotten(addresses):
    assert set(addresses) == set(NAMES)
