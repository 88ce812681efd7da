"""A live is closed when its checklist is done; then those who asked are told, once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connection

from audience.domain.send_mails import send_mails
from audience.models import Mail
from live.domain.close_live import close_live
from live.domain.name_replay import name_replay
from live.domain.trim_replay import trim_replay
from live.models import Recording
from live.replay_refusals import AfterIncomplete, MayNotFinish, NothingRecorded, ReplayChanged
from qa.domain.answer_question import Said, answer_question
from qa.enums import TextState
from tests.live.replays import asker, make_airing, make_replay, tick_all

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def make_question(make_theme):
    return asker(make_theme)


@pytest.fixture
def replay(house):
    return make_replay(house.home, "a" * 75, step_s=60)


@pytest.fixture
def asked(make_question):
    return make_question(
        state=TextState.APPROVED, email="zoe@example.org", wants_mail=True, language="en"
    )


@pytest.fixture
def answered(replay, asked, admin):
    """A question that was answered live at 1:12:07 of what was on air."""
    make_airing(replay.run, asked, 4327, 4400)
    return answer_question(asked, admin, Said(spoken_by="Ana", is_live=True))


def test_the_asker_is_told_the_second_with_the_replay(replay, answered, admin):
    assert send_mails() == 0, "the replay is still to come"
    close_live(tick_all(replay), admin, is_public=True)
    assert send_mails() == 1
    (sent,) = mail.outbox
    link = f"{replay.run.programme.url}?t=4327"
    for text in (sent.body, str(sent.alternatives[0].content)):
        assert "Answered live, at 1:12:07 of “Tour du monde”" in text
        assert link in text


def test_once_and_never_again(replay, answered, admin):
    for is_public in (True, False, True):
        close_live(tick_all(replay), admin, is_public=is_public)
    trim_replay(replay, admin, head_s=60, tail_s=0)
    close_live(replay, admin, is_public=True)
    assert send_mails() == 1
    assert Mail.objects.count() == 1


def test_where_it_is_when_the_mail_leaves(replay, answered, admin):
    trim_replay(replay, admin, head_s=60, tail_s=0)
    close_live(tick_all(replay), admin, is_public=True)
    send_mails()
    assert "1:11:07" in mail.outbox[0].body


def test_without_a_replay_they_are_told_that_it_was_answered(replay, answered, admin):
    found = close_live(tick_all(replay), admin, is_public=False)
    assert (found.is_public, found.closed_by) == (False, admin)
    assert send_mails() == 1
    assert "?t=" not in mail.outbox[0].body


def test_an_answer_after_it_was_closed_is_told_at_once(replay, asked, admin):
    make_airing(replay.run, asked, 10, 20)
    close_live(tick_all(replay), admin, is_public=True)
    Mail.objects.all().delete()
    answer_question(asked, admin, Said("Le lapin."))
    assert send_mails() == 1
    assert "0:10" not in mail.outbox[0].body


def test_not_before_all_is_done(replay, answered, admin):
    with pytest.raises(AfterIncomplete) as refused:
        close_live(replay, admin, is_public=True)
    assert str(refused.value).count("; ") == 2
    assert not Recording.objects.get().is_public
    assert not Mail.objects.exists()


def test_nothing_to_publish(house, admin):
    replay = tick_all(make_replay(house.home, ""))
    with pytest.raises(NothingRecorded):
        close_live(replay, admin, is_public=True)
    assert close_live(replay, admin, is_public=False).closed_at is not None


def test_on_what_somebody_else_trimmed_meanwhile(replay, admin):
    trim_replay(replay, admin, head_s=60, tail_s=0)
    with pytest.raises(ReplayChanged):
        close_live(tick_all(replay), admin, is_public=True, seen=1)


def test_not_by_everybody(replay, make_user):
    with pytest.raises(MayNotFinish):
        close_live(tick_all(replay), make_user("ana"), is_public=True)


def test_many_at_once_tell_once(replay, answered, admin):
    tick_all(replay)

    def work(_):
        try:
            return close_live(Recording.objects.get(pk=replay.pk), admin, is_public=True).is_public
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(4))) == [True] * 4
    assert Mail.objects.count() == 1


def test_a_replay_elsewhere_is_a_replay(house, admin):
    replay = tick_all(
        make_replay(
            house.home, "", outside_address="https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
        )
    )
    with pytest.raises(NothingRecorded):
        close_live(replay, admin, is_public=True)
    replay = name_replay(replay, admin, address="https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X")
    assert close_live(replay, admin, is_public=True).is_public
