"""What stands under a page."""

import pytest

from qa.enums import TextState
from qa.models import CommentSettings
from qa.templatetags.talk import talk_about

pytestmark = pytest.mark.django_db


def test_the_talk_of_a_page(make_comment, make_episode, house):
    page = make_comment(state=TextState.APPROVED).page
    talk = talk_about(page)
    assert (len(talk.comments), talk.has_more, talk.is_open) == (1, False, True)
    assert talk_about(make_episode("Brouillon", live=False)) is None


def test_closed_by_rule(make_episode, house):
    CommentSettings.objects.create(takes_comments=False)
    talk = talk_about(make_episode())
    assert (talk.comments, talk.is_open) == ([], False)
