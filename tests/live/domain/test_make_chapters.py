"""Chapters of what was on air and of what was answered: made once, moved with the cuts."""

import pytest

from live.domain.lay_out_replay import lay_out_replay
from live.enums import EntryState, Outcome
from live.models import Recording, ReplayChapter
from qa.enums import TextState
from tests.live.replays import asker, make_airing, make_entry, make_live, make_run, tick_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def make_question(make_theme):
    return asker(make_theme)


@pytest.fixture
def run(house):
    return make_run(make_live(house.home), "a" * 20 + " " * 10 + "b" * 20)


@pytest.fixture
def asked(make_question):
    return make_question("Qui a mangé la courge ?", state=TextState.ANSWERED)


@pytest.fixture
def lay_out(run):
    """Lay out the replay with these cuts, and return its chapters as people see them."""

    def lay_out(**cuts):
        recording, _ = Recording.objects.get_or_create(run=run)
        Recording.objects.filter(pk=recording.pk).update(**cuts)
        lay_out_replay(recording)
        return list(recording.chapters.kept().values_list("title", "at_s"))

    return lay_out


def test_each_line_that_was_on_air_and_each_answer(run, asked, lay_out):
    make_entry(run, "Accueil", 0, 12)
    make_entry(run, "Nairobi", 12, 50)
    make_entry(run, "Sautée", 12, 12, state=EntryState.SKIPPED)
    make_entry(run, "Jamais", 50, None, state=EntryState.WAITING, started_at=None)
    make_airing(run, asked, 31, 40)
    make_airing(run, asked, 14, 16, outcome=Outcome.BACK)
    assert lay_out() == [("Accueil", 0.0), ("Nairobi", 12.0), (asked.text, 21.0)]


def test_twice_makes_none_twice(run, asked, lay_out):
    make_entry(run, "Accueil", 0, 12)
    make_airing(run, asked, 5, 9)
    assert lay_out() == lay_out()
    assert ReplayChapter.objects.count() == 2


def test_one_that_begins_in_a_hole_is_at_the_next_second(run, lay_out):
    make_entry(run, "Pendant la coupure", 25, 40)
    assert lay_out() == [("Pendant la coupure", 20.0)]


def test_the_head_moves_all_and_the_first_begins_at_0(run, lay_out):
    make_entry(run, "Accueil", 0, 12)
    make_entry(run, "Nairobi", 12, 50)
    assert lay_out(head_trim_s=5) == [("Accueil", 0.0), ("Nairobi", 7.0)]
    assert lay_out(head_trim_s=0) == [("Accueil", 0.0), ("Nairobi", 12.0)]


def test_what_is_cut_whole_has_no_chapter_until_it_is_back(run, asked, lay_out):
    make_entry(run, "Accueil", 0, 4)
    make_airing(run, asked, 45, 49)
    make_entry(run, "Nairobi", 4, 50)
    assert lay_out(head_trim_s=5, tail_trim_s=8) == [("Nairobi", 0.0)]
    assert lay_out(head_trim_s=0, tail_trim_s=0) == [
        ("Accueil", 0.0), ("Nairobi", 4.0), (asked.text, 35.0)
    ]  # fmt: skip


def test_what_begins_behind_the_end_has_none(run, lay_out):
    make_entry(run, "Au revoir", 50, None)
    assert lay_out() == []


def test_by_hand_stays_where_it_was_set(run, lay_out):
    make_entry(run, "Accueil", 0, 12)
    make_entry(run, "Nairobi", 12, 50)
    lay_out()
    ReplayChapter.objects.filter(title="Nairobi").update(is_set_by_hand=True, at_s=14)
    assert lay_out(head_trim_s=2) == [("Accueil", 0.0), ("Nairobi", 14.0)]
    assert lay_out(head_trim_s=27) == [], "behind the end of what is left"


def test_a_title_that_somebody_wrote_stays(run, lay_out):
    make_entry(run, "Accueil", 0, 12)
    lay_out()
    ReplayChapter.objects.update(title="Bienvenue")
    assert lay_out(head_trim_s=1) == [("Bienvenue", 0.0)]


def test_one_that_was_taken_away_is_not_made_again(run, lay_out):
    make_entry(run, "Accueil", 0, 12)
    lay_out()
    ReplayChapter.objects.update(is_hidden=True)
    assert lay_out(head_trim_s=1) == []


def test_the_public_reads_questions_that_are_shown_in_public_replays(run, asked, lay_out):
    make_airing(run, asked, 5, 9)
    lay_out()
    chapters = ReplayChapter.objects.public()
    assert not chapters.exists()
    Recording.objects.update(is_public=True)
    assert chapters.count() == 1
    type(asked).objects.update(state=TextState.HIDDEN)
    assert not chapters.exists()


def test_ticks_do_not_move_anything(run, lay_out):
    make_entry(run, "Accueil", 3, 12)
    before = lay_out()
    tick_all(run.recording)
    assert lay_out() == before
