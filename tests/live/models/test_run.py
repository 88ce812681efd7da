"""What the database holds of a run: one open, one line and one question on air, no number twice."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from live.enums import EntryState
from live.models import AiredQuestion, AirSegment, Run

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def refused(deed) -> bool:
    try:
        with transaction.atomic():
            deed()
    except IntegrityError:
        return True
    return False


def test_one_open_run_and_one_rehearsal(run):
    def again(is_rehearsal: bool) -> Run:
        return Run.objects.create(
            programme=run.programme, started_at=timezone.now(), is_rehearsal=is_rehearsal
        )

    assert refused(lambda: again(is_rehearsal=False))
    again(is_rehearsal=True)
    assert refused(lambda: again(is_rehearsal=True))
    Run.objects.update(ended_at=timezone.now())
    assert again(is_rehearsal=False).key != run.key


def test_one_line_on_air(run):
    first, second, *_ = run.entries.all()
    first.state = second.state = EntryState.ON_AIR
    first.save()
    assert refused(second.save)


def test_one_question_on_air(run, make_asked):
    def put() -> AiredQuestion:
        return AiredQuestion.objects.create(
            run=run, question=make_asked(), on_air_at=timezone.now()
        )

    aired = put()
    assert refused(put)
    aired.off_air_at = timezone.now()
    aired.save()
    assert put().question_id != aired.question_id


def test_a_number_on_air_is_given_once(run):
    values = {"run": run, "is_discontinuity": True, "aired_at": timezone.now(), "length_s": 1.0}
    assert str(AirSegment.objects.create(number=0, slate_number=0, **values)) == f"{run.pk}/0"
    assert refused(lambda: AirSegment.objects.create(number=0, slate_number=1, **values))
