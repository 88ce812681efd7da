"""One worker at a time, a bounded number of times, anew for each cut."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Collection

from live.domain import film_lease
from live.domain.film_lease import ATTEMPTS, Lease, claim, free_films, give_back
from live.models import Recording, ReplayFilm
from media.domain.receive_upload import begin_upload
from tests.live.replays import make_replay

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def film(house):
    recording = make_replay(house.home, "aa")
    Recording.objects.update(is_public=True)
    return ReplayFilm.objects.create(recording=recording)


def lapse():
    ReplayFilm.objects.update(leased_until=timezone.now() - timedelta(seconds=1))


def test_taken_once(film):
    taken = claim(film.pk)
    assert (taken.attempts, taken.wanted_version) == (1, 1)
    assert claim(film.pk) is None
    assert not free_films().exists()


def test_of_many_one_gets_it(film):
    def work(_):
        try:
            return claim(film.pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        taken = [one for one in pool.map(work, range(4)) if one]
    assert len(taken) == 1


def test_after_the_death_of_a_worker_another_takes_it(film):
    first = claim(film.pk)
    lapse()
    second = claim(film.pk)
    assert second.attempts == 2
    assert not give_back(first, version=1)
    assert give_back(second, version=1)
    assert claim(film.pk) is None, "it is done"


def test_not_for_ever(film):
    for _ in range(ATTEMPTS):
        assert claim(film.pk)
        lapse()
    assert claim(film.pk) is None
    Recording.objects.update(version=2)
    assert claim(film.pk).attempts == 1


def test_not_what_is_not_public(film):
    Recording.objects.update(is_public=False)
    assert claim(film.pk) is None


def test_an_upload_of_an_older_cut_is_forgotten_its_film_is_kept(film, admin, make_film):
    upload = begin_upload(admin, "a.mp4", 5, Collection.get_first_root_node().pk)
    upload.video = made = make_film()
    upload.save()
    ReplayFilm.objects.update(upload=upload, wanted_version=1, attempts=1)
    Recording.objects.update(version=2)
    taken = claim(film.pk)
    assert (taken.upload, taken.video) == (None, made)


def test_a_lease_is_renewed_until_it_is_not_wanted(film, monkeypatch):
    monkeypatch.setattr(film_lease, "RENEW_S", 0.0)
    taken = claim(film.pk)
    lease = Lease(taken)
    lapse()
    assert not lease.is_lost()
    assert ReplayFilm.objects.get().leased_until > timezone.now()
    Recording.objects.update(version=2)
    assert lease.is_lost()


def test_a_lease_does_not_ask_each_time(film, django_assert_num_queries):
    lease = Lease(claim(film.pk))
    with django_assert_num_queries(0):
        assert not lease.is_lost()


def test_taken_over_is_lost(film, monkeypatch):
    monkeypatch.setattr(film_lease, "RENEW_S", 0.0)
    lease = Lease(claim(film.pk))
    lapse()
    claim(film.pk)
    assert lease.is_lost()
