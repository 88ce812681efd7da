"""Debates are on the menu as soon as there is one."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from campaigns.menu_of_acts import Here
from qa.domain.menu_acts import MENU_ACTS, debates
from qa.domain.voters import COOKIE, new_cookie, voter_of
from qa.models import Vote

pytestmark = pytest.mark.django_db


def test_debates(house, make_theme):
    assert debates() == ""
    make_theme()
    cache.clear()
    assert debates() == "/themes/"


def test_here_the_questions_of_the_theme_are_meant(make_theme, make_question):
    vote, ask = MENU_ACTS
    theme = make_theme()
    here = Here(subjects={"theme": theme.slug})
    assert vote.look_here(here) == f"/themes/{theme.slug}/questions/"
    assert ask.look_here(here) == f"/themes/{theme.slug}/poser/"
    assert (vote.look_here(Here()), ask.look_here(Here())) == ("", "")


def test_who_votes_for_one_of_its_questions_is_known(make_theme, make_question):
    vote = MENU_ACTS[0]
    question = make_question()
    now = timezone.now()
    cookies = {COOKIE: new_cookie(now)}
    here = Here(subjects={"theme": question.theme.slug})
    assert not vote.was_done(here, cookies)
    Vote.objects.create(
        question=question,
        voter=voter_of(cookies[COOKIE]).name,
        value=1,
        cast_at=now,
        voter_since=now,
    )
    assert vote.was_done(here, cookies)
    assert not vote.was_done(Here(), cookies)
    assert not vote.was_done(here, {COOKIE: "forged"})
    Vote.objects.update(value=0)
    assert not vote.was_done(here, cookies)
