"""The team replies with a badge."""

import pytest

from audience.models import Mail
from qa.domain.answer_question import Said
from qa.domain.reply_officially import reply_officially
from qa.enums import TextState
from qa.models import Comment
from qa.refusals import AnswerMissing, DoesNotFollow, MayNotDecide, StaleCommand

pytestmark = pytest.mark.django_db


@pytest.fixture
def pia(make_user):
    return make_user("pia", "qa.present_question")


def test_it_stands_below_with_a_name(make_comment, pia):
    comment = make_comment(state=TextState.APPROVED, user_email="zoe@example.org", followup=True)
    assert reply_officially(comment, pia, Said("Merci !", "Pia, à l’accueil"), seen=0) == comment
    reply = Comment.objects.get(is_official=True)
    assert (reply.parent_id, reply.state, reply.user) == (comment.pk, TextState.APPROVED, pia)
    assert (reply.comment, reply.author_name) == ("Merci\u00a0!", "Pia, à l’accueil")
    assert Mail.objects.get().about == str(reply.pk)


def test_not_by_everybody_nor_to_everything(make_comment, pia, mo):
    waits, shown = make_comment(), make_comment(state=TextState.APPROVED)
    for comment, user, said, seen, refusal in [
        (shown, mo, "Oui.", 0, MayNotDecide),
        (shown, pia, " ", 0, AnswerMissing),
        (shown, pia, "Oui.", 9, StaleCommand),
        (waits, pia, "Oui.", 0, DoesNotFollow),
    ]:
        with pytest.raises(refusal):
            reply_officially(comment, user, Said(said), seen=seen)
    assert Comment.objects.count() == 2
