"""What people do with a comment of their own."""

import pytest

from audience.models import Mail
from qa.domain.decide import decide
from qa.domain.freeze_text import freeze_text
from qa.domain.own_comment import erase_comment, exported_comment, withdraw_comment
from qa.enums import Action, TextState
from qa.models import Comment, Decision
from qa.refusals import TextFrozen

pytestmark = pytest.mark.django_db


def test_withdrawn(make_comment):
    comment = withdraw_comment(make_comment(state=TextState.APPROVED))
    assert (comment.state, comment.is_public) == (TextState.WITHDRAWN, False)


def test_erased_for_good(make_comment, mo):
    comment = make_comment("Canari.", name="Lulu", user_email="zoe@example.org", followup=True)
    decide(comment, Action.EDIT, user=mo, words="Canari doré.")
    reply = make_comment("Oui.", parent=make_comment(state=TextState.APPROVED))
    Mail.objects.create(occasion="reply", about=str(reply.pk), email="zoe@example.org")
    erase_comment(comment)
    kept = Comment.objects.get(pk=comment.pk)
    assert (kept.comment, kept.user_name, kept.user_email, kept.first_words) == ("", "", "", "")
    assert "anari" not in str(list(Decision.objects.values("before", "after", "note")))


def test_not_while_the_law_wants_it(make_comment, make_user):
    lea = make_user("lea", "qa.remove_text")
    comment = freeze_text(make_comment(), lea, "Réquisition 7")
    with pytest.raises(TextFrozen):
        erase_comment(comment)
    assert Comment.objects.get(pk=comment.pk).comment


def test_taken_along(make_comment):
    told = exported_comment(make_comment("Bravo.", name="Lulu"))
    assert (told["comment"], told["name"], told["state"]) == ("Bravo.", "Lulu", "pending")
