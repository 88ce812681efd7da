"""A page that goes takes its comments along, and their words with them."""

import pytest

from qa.domain.decide import decide
from qa.enums import Action
from qa.models import Comment, Decision

pytestmark = pytest.mark.django_db


def test_deleted_with_its_page(make_comment, mo, house):
    comment = make_comment("Canari.")
    decide(comment, Action.APPROVE, user=mo)
    page = comment.page.specific
    page.move(house.home, pos="last-child")
    assert Comment.objects.get().page_id == page.pk
    page.delete()
    assert not Comment.objects.exists()
    [kept] = Decision.objects.all()
    assert (kept.before["words"], kept.after["words"]) == ("", "")
