"""What the database itself refuses about a run, whoever asks."""

import pytest
from django.db import IntegrityError, transaction

from live.enums import EntryState
from live.models import AirSegment, Run
from qa.enums import TextState
from tests.live.replays import NOON, asker, at, make_airing, make_entry, make_live, make_run

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def run(house):
    return make_run(make_live(house.home), "aa", ended_at=None)


def refuses(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_one_open_run_and_one_open_rehearsal(run):
    refuses(lambda: Run.objects.create(programme=run.programme, started_at=NOON))
    rehearsal = Run.objects.create(programme=run.programme, started_at=NOON, is_rehearsal=True)
    assert len({run.key, rehearsal.key}) == 2
    Run.objects.update(ended_at=at(9))
    again = Run.objects.create(programme=run.programme, started_at=at(10))
    assert str(again).startswith("Tour du monde 2026-06-01")


def test_one_line_on_air(run):
    line = make_entry(run, "Accueil", 0, None, state=EntryState.ON_AIR)
    refuses(lambda: make_entry(run, "Nairobi", 1, None, state=EntryState.ON_AIR))
    assert str(line) == "Accueil"


def test_one_question_on_air(run, make_theme):
    question = asker(make_theme)(state=TextState.APPROVED)
    airing = make_airing(run, question, 0, 5)
    assert str(airing) == question.text
    make_airing(run, question, 6, 7, off_air_at=None)
    refuses(lambda: make_airing(run, question, 8, 9, off_air_at=None))


def test_each_number_of_the_air_once(run):
    last = AirSegment.objects.get(run=run, number=1)
    assert str(last) == f"{run.pk}/1"
    last.pk = None
    refuses(last.save)
