"""What projects put on the menu of acts."""

import pytest
from django.core.cache import cache

from campaigns.menu_of_acts import menu_of_acts
from projects.menu_acts import looking_project, proposing

pytestmark = pytest.mark.django_db


def test_a_second_while_one_looks(publish):
    assert looking_project() == ""
    assert proposing() == "/projets/proposer/"
    publish()
    cache.clear()
    assert looking_project() == "/projets/?standing=looking"
    acts = {act.key: course.span for course in menu_of_acts() for act, _address in course.acts}
    assert acts["like_project"] == 1
    assert acts["propose_project"] == 3600
