"""The demo's comments stand under its episodes as the texts say."""

import pytest

from portal.demo.comments import make_comments
from portal.demo.texts import COMMENTS
from qa.models import Comment

pytestmark = pytest.mark.django_db


def test_said_read_and_answered(make_episode, admin):
    for slug in {text.episode for text in COMMENTS}:
        make_episode(slug=slug)
    make_comments(admin)
    assert Comment.objects.count() == len(COMMENTS)
    assert Comment.objects.waiting().count() == sum(not text.is_shown for text in COMMENTS)
    official = Comment.objects.get(is_official=True)
    assert (official.level, official.author_name) == (2, "Le comptable de la coop")
