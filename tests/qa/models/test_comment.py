"""What the package keeps beside the state follows it."""

import pytest

from qa.enums import Action, TextState
from qa.models import Comment

pytestmark = pytest.mark.django_db


def test_the_state_is_the_truth(make_comment):
    comment = make_comment()
    for state in TextState:
        comment.state = state
        comment.save()
        kept = Comment.objects.get(pk=comment.pk)
        assert kept.is_public == Comment.objects.public().filter(pk=comment.pk).exists()
        assert kept.is_removed == (state == TextState.REMOVED)
    assert str(comment) == comment.comment
    assert Action.MERGE not in comment.deeds


def test_hiding_one_hides_no_reply(make_comment):
    parent = make_comment(state=TextState.APPROVED)
    reply = make_comment(parent=parent, state=TextState.APPROVED)
    parent.state = TextState.HIDDEN
    parent.save()
    reply.refresh_from_db()
    assert reply.is_public


def test_its_addresses(make_comment):
    comment = make_comment()
    assert comment.get_absolute_url() == f"/commentaire/{comment.code}/"
    assert comment.get_private_url() == f"/mon-commentaire/{comment.key}/"
