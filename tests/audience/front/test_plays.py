"""A film is watched, or somebody pretends that it is."""

import json

import pytest
from django.db import DatabaseError
from django.utils import timezone

from audience.domain import count_views
from audience.domain.tokens import new_token
from audience.enums import Reason, Verdict
from audience.models import Act, FilmPlays, FilmWatched, Meter, Referral
from tests.audience.front.conftest import FILM
from tests.audience.sharing import code_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


class Viewing:
    """A play of a visitor: beats follow one another with the token of the last answer."""

    def __init__(self, visitor, clock, meter):
        self.visitor, self.clock = visitor, clock
        answer, self.said = visitor.ask("POST", f"/plays/{meter.key}/{FILM}")
        assert answer.status == 200, answer.body

    def beat(self, from_s, to_s, passing_s=None, **form):
        """Play a span while the clock goes on, at the film's own speed if nothing else is said."""
        self.clock.go(to_s - from_s if passing_s is None else passing_s)
        self.answer, said = self.visitor.ask(
            "POST",
            "/plays/beat",
            **{"token": self.said["token"], "from_s": from_s, "to_s": to_s, "visible": 1, **form},
        )
        if self.answer.status == 200:
            self.said = said
        return said

    def watch(self, until_s=30, from_s=0):
        for start_s in range(from_s, until_s, 5):
            self.beat(start_s, start_s + 5)
        return self.said


@pytest.fixture
def begin(meter, clock, lengths, visitor):
    """Begin a play: the visitor's, or that of somebody else."""
    return lambda who=None: Viewing(who or visitor, clock, meter)


def counted():
    return Act.objects.filter(verdict=Verdict.COUNTED).count()


def test_thirty_seconds_are_a_view(begin, meter):
    viewing = begin()
    assert viewing.said["needed_s"] == 30
    assert viewing.watch(25) == {"token": viewing.said["token"], "credited_s": 25, "needed_s": 30}
    assert not Act.objects.exists()
    said = viewing.beat(25, 30, lang="en")
    act = Act.objects.get()
    assert said == {
        "token": said["token"],
        "credited_s": 30,
        "needed_s": 30,
        "verdict": "counted",
        "reason": "",
        "number": 1,
        "nonce": act.nonce,
        "gifts": [],
        "gift": "",
        "is_repeat": False,
        "receipt": f"/recu/{act.nonce}/",
        "detail": "Counted. Thank you!",
    }
    assert (act.kind, act.film, act.meter) == ("view", FILM, meter)
    assert viewing.answer.headers["set-cookie"].startswith("geste=")
    assert viewing.answer.headers["cache-control"] == "no-store"


def test_nothing_is_kept_in_the_browser_before_the_view(begin):
    viewing = begin()
    viewing.watch(25)
    assert "cookie" not in viewing.visitor.headers


def test_half_of_a_short_film(begin, lengths):
    lengths[FILM] = 24
    viewing = begin()
    assert viewing.said["needed_s"] == 12
    assert "verdict" not in viewing.watch(10)
    assert viewing.beat(10, 12)["verdict"] == Verdict.COUNTED


def test_watching_on_is_no_second_view(begin):
    said = begin().watch(60)
    assert "verdict" not in said
    assert Act.objects.count() == 1


def test_the_same_person_again_on_the_same_day(begin):
    begin().watch()
    assert begin().watch()["reason"] == Reason.ALREADY_COUNTED


@pytest.mark.parametrize(
    "beats",
    [
        [(0, 30, 3)],
        [(10, 15, 5)] * 12,
        [(start, start + 80, 5) for start in (0, 20, 0, 20)],
        [(start, start + 5, 0) for start in range(0, 100, 5)],
        [(0, 102, 0.5)] * 20,
        [(0, 102, -60)] * 20,
        [(0, 102, 7200)],
    ],
    ids=["30 s in 3 s", "loop", "16 × speed", "no time", "all, often", "clock back", "a long wait"],
)
def test_forged_heartbeats(begin, beats):
    viewing = begin()
    for from_s, to_s, passing_s in beats:
        said = viewing.beat(from_s, to_s, passing_s)
        assert viewing.answer.status == 200
        assert said["credited_s"] < 30
    assert not Act.objects.exists()


@pytest.mark.parametrize("visible", ["0", "", "false", "no", None])
def test_a_hidden_tab(begin, visible):
    viewing = begin()
    for start_s in range(0, 60, 5):
        assert viewing.beat(start_s, start_s + 5, visible=visible)["credited_s"] == 0
    assert not FilmWatched.objects.exists()


def test_a_clock_set_back_costs_one_beat(begin):
    viewing = begin()
    viewing.watch(10)
    assert viewing.beat(10, 15, -3600)["credited_s"] == 10
    assert viewing.watch(35, from_s=15)["verdict"] == Verdict.COUNTED


@pytest.mark.parametrize(
    ("span", "code"),
    [
        (("-5", "5"), "PLY-416"),
        (("0", "999999"), "PLY-416"),
        (("9", "3"), "PLY-416"),
        (("nan", "5"), "PLY-400"),
        (("0", "Infinity"), "PLY-400"),
        (("0", "1e308"), "PLY-400"),
        (("0", "9" * 300), "PLY-400"),
        (("", ""), "PLY-400"),
        (("0", "\ufffd"), "PLY-400"),
    ],
)
def test_spans_that_cannot_be(begin, span, code):
    viewing = begin()
    said = viewing.beat(*span, passing_s=5, lang="en")
    assert (viewing.answer.status, said["code"]) == (int(code[-3:]), code)
    assert viewing.answer.headers["content-type"] == "application/problem+json"
    assert said["detail"].endswith(".")
    assert viewing.watch()["verdict"] == Verdict.COUNTED


def test_tokens_that_are_not_for_this(begin, meter, clock, settings):
    viewing = begin()
    foreign = viewing.said["token"]
    for token in ("", "x.y", foreign[:-1], new_token(meter.key, "view").text()):
        assert viewing.beat(0, 5, token=token)["code"] == "PLY-403"
    settings.SECRET_KEY = "another site"
    assert viewing.beat(0, 5)["code"] == "PLY-403"


def test_a_token_from_yesterday(begin, clock):
    viewing = begin()
    clock.go(12 * 3600 + 1)
    said = viewing.beat(0, 5)
    assert (viewing.answer.status, said["code"]) == (410, "PLY-410")


def test_a_hundred_connections_with_one_token(begin, visitor, clock):
    """All branch off before the last beat: one view, one answer, watched once."""
    viewing = begin()
    viewing.watch(25)
    clock.go(5)
    form = {"token": viewing.said["token"], "from_s": 25, "to_s": 30, "visible": 1}
    answers = visitor.ask_at_once("POST", "/plays/beat", [form] * 100)
    said = [json.loads(answer.body) for answer in answers]
    assert {answer.status for answer in answers} == {200}
    assert {(one["verdict"], one["number"]) for one in said} == {("counted", 1)}
    assert Act.objects.count() == Meter.objects.get().counted == 1
    assert sum(FilmWatched.objects.values_list("seconds", flat=True)) == pytest.approx(30)


def test_a_branch_in_another_hand_counts_nothing(begin, visitors):
    viewing = begin()
    viewing.watch(25)
    token = viewing.said["token"]
    viewing.beat(25, 30)
    stranger = visitors()
    stranger.headers["cookie"] = "geste=" + "s" * 22
    viewing.visitor = stranger
    assert viewing.beat(25, 30, token=token)["reason"] == Reason.TOKEN_USED
    assert counted() == 1


def test_a_beat_sent_again_gets_the_same_answer(begin):
    viewing = begin()
    viewing.watch(25)
    token = viewing.said["token"]
    first = viewing.beat(25, 30)
    again = viewing.beat(25, 30, 1, token=token)
    assert again["is_repeat"]
    assert again["nonce"] == first["nonce"]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "OPTIONS"])
@pytest.mark.parametrize("path", [f"/plays/0123456789abcdef/{FILM}", "/plays/beat?token=x"])
def test_addresses_alone_count_nothing(visitor, lengths, method, path):
    visitor.headers["sec-purpose"] = "prefetch"
    answer, said = visitor.ask(method, path)
    assert (answer.status, bool(answer.body)) == (405, method != "HEAD")
    assert said.get("code", "PLY-405") == "PLY-405"
    assert not FilmPlays.objects.exists()


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"user-agent": "curl/8.5.0"}, Reason.BOT),
        ({"sec-purpose": "prefetch;prerender"}, Reason.PREFETCH),
    ],
)
def test_robots_and_prerendered_pages_are_refused_and_leave_no_trace(
    begin, visitor, headers, reason
):
    visitor.headers |= headers
    assert begin().watch()["reason"] == reason
    assert "cookie" not in visitor.headers
    assert not FilmPlays.objects.exists()
    assert not FilmWatched.objects.exists()


def test_the_team_watches_without_counting(begin, visitor, client, admin):
    client.force_login(admin)
    visitor.headers["cookie"] = f"sessionid={client.cookies['sessionid'].value}"
    assert begin().watch()["reason"] == Reason.TEAM
    assert not FilmPlays.objects.exists()


def test_after_the_end(begin, meter):
    viewing = begin()
    viewing.watch(25)
    Meter.objects.update(
        closes_at=timezone.datetime(2026, 9, 1, tzinfo=timezone.get_current_timezone())
    )
    assert viewing.beat(25, 30)["reason"] == Reason.CLOSED
    assert (counted(), Act.objects.count()) == (0, 1)


def test_a_class_of_thirty_behind_one_address(begin, visitors):
    for _ in range(30):
        assert begin(visitors()).watch()["verdict"] == Verdict.COUNTED
    assert counted() == 30


def test_more_than_a_network_may(begin, visitors, settings):
    settings.ACTS_PER_NETWORK = 2
    verdicts = [begin(visitors()).watch()["verdict"] for _ in range(3)]
    assert verdicts == [Verdict.COUNTED, Verdict.COUNTED, Verdict.TO_VERIFY]


def test_how_the_film_was_watched(begin, visitors, lengths):
    lengths[FILM] = 100
    begin().watch(10)
    begin(visitors()).watch(4)
    assert list(FilmPlays.objects.values_list("film", "plays")) == [(FILM, 2)]
    assert dict(FilmWatched.objects.order_by("bucket").values_list("bucket", "seconds")) == {
        0: 4, 1: 4, 2: 3, 3: 2, 4: 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/plays/", "/plays/x", f"/plays/0123456789abcdef/{'f' * 24}", f"/plays/x/{FILM}"]
)
def test_films_that_are_not_counted(visitor, lengths, path):
    answer, said = visitor.ask("POST", path)
    assert (answer.status, said["code"]) == (404, "PLY-404")


def test_a_meter_that_goes_while_somebody_watches(begin, meter):
    viewing = begin()
    viewing.watch(25)
    meter.delete()
    assert viewing.beat(25, 30)["code"] == "PLY-404"


def test_a_body_that_is_too_long(begin):
    assert begin().beat(0, 5, padding="x" * 5000)["code"] == "PLY-413"


def test_a_database_that_does_not_answer(begin, monkeypatch):
    def fail(*_):
        raise DatabaseError

    viewing = begin()
    viewing.watch(25)
    token = viewing.said["token"]
    with monkeypatch.context() as broken:
        broken.setattr(count_views, "count_acts", fail)
        assert viewing.beat(25, 30)["code"] == "PLY-503"
    said = viewing.beat(25, 30, 1, token=token)
    assert said["verdict"] == Verdict.COUNTED
    assert sum(FilmWatched.objects.values_list("seconds", flat=True)) == pytest.approx(30)


def test_only_the_latest_tokens_are_remembered(begin, monkeypatch):
    from audience.front.plays import _Recent

    recent = _Recent(2)
    for token in "abc":
        recent.add(token)
    assert [token in recent for token in "abc"] == [False, True, True]
    recent.discard("c")
    recent.discard("z")
    assert "c" not in recent


def test_a_view_is_credited_to_who_brought_it(begin, meter):
    code = code_of(meter, secret="s")
    viewing = begin()
    for start_s in range(0, 30, 5):
        viewing.beat(start_s, start_s + 5, par=code.code)
    referral = Referral.objects.get()
    assert (referral.code, referral.act.kind, referral.act.came_by) == (code, "view", code.code)
