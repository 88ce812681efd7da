"""What projects put on the menu of acts."""

import pytest
from django.core.cache import cache

from audience.domain.people import COOKIE, person_of_cookie
from campaigns.menu_of_acts import Here, menu_of_acts
from projects.menu_acts import MENU_ACTS, looking_project, proposing

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


def test_on_a_projects_page_it_is_meant_until_it_is_liked(project, sent, like):
    act, cookies = MENU_ACTS[0], {COOKIE: "c" * 22}
    here = Here(subjects={"project": str(project.pk)})
    assert act.look_here(here) == project.get_absolute_url()
    for nothing in (Here(), Here(subjects={"project": str(sent("b@example.org").pk)})):
        assert act.look_here(nothing) == ""
        assert not act.was_done(nothing, cookies)
    assert not act.was_done(here, cookies)
    like(project, person=person_of_cookie(cookies[COOKIE]))
    assert act.was_done(here, cookies)
    assert not act.was_done(here, {})
