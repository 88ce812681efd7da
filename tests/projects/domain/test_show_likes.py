"""Likes are counted acts: each person once a day, and all that came is accounted for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.domain.show_likes import Likes, likes_of, likes_of_one

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_received_is_the_sum_of_how_they_ended(project, like):
    like(project, 3)
    like(project, person="person-1")
    like(project, refusal="bot", nonce=None)
    assert likes_of_one(project) == Likes(counted=3, refused=2, to_verify=0)
    assert likes_of_one(project).received == 5


def test_only_likes_are_likes(project, like):
    like(project, kind="click")
    assert likes_of_one(project) == Likes()


def test_many_in_one_query(project, publish, like):
    other = publish("b@example.org", title="Autre")
    like(project, 2)
    like(other)
    with CaptureQueriesContext(connection) as queries:
        found = likes_of([project, other])
    assert {pk: one.counted for pk, one in found.items()} == {project.pk: 2, other.pk: 1}
    assert len(queries) == 1


def test_the_same_request_twice_is_one_like(project, like):
    like(project, nonce="same", person="p")
    [outcome] = like(project, nonce="same", person="p")
    assert outcome.is_repeat
    assert likes_of_one(project).received == 1
