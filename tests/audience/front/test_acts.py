"""A button is pressed: by a person, by a robot, twice, too late, by hundred hands at once."""

import asyncio
import json

import pytest
from asgiref.sync import async_to_sync
from django.db import DatabaseError
from django.utils import timezone

from audience.domain import receive
from audience.domain.plays import new_play
from audience.enums import Reason, Verdict
from audience.models import Act, DailySource, Meter, Referral
from tests.audience.sharing import code_of
from tests.conftest import knock
from tests.visitors import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def token(meter, visitor, clock):
    """Return a button's token, two seconds after the button came into view."""

    def token(kind="click", query=""):
        answer, said = visitor.ask("GET", f"/acts/{meter.key}/{kind}/token{query}")
        assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
        clock.go(2)
        return said["token"]

    return token


def test_a_person_presses_the_button(meter, visitor, token):
    answer, said = visitor.ask("POST", f"/acts/{meter.key}/click", token=token(), lang="en")
    act = Act.objects.get()
    assert answer.status == 200
    assert said == {
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
    kept = answer.headers["set-cookie"]
    assert kept.startswith("geste=")
    assert "HttpOnly; SameSite=Lax" in kept
    assert "Secure" not in kept


def test_once_a_day_whatever_the_token(meter, visitor, token):
    visitor.ask("POST", f"/acts/{meter.key}/click", token=token())
    answer, said = visitor.ask("POST", f"/acts/{meter.key}/click", token=token())
    assert (said["verdict"], said["reason"]) == (Verdict.REFUSED, Reason.ALREADY_COUNTED)
    assert "set-cookie" not in answer.headers


def test_the_same_request_again_gets_the_same_answer(meter, visitor, visitors, token):
    mine = token()
    _, first = visitor.ask("POST", f"/acts/{meter.key}/click", token=mine)
    # The first answer was lost on its way, and its cookie with it.
    _, again = visitors().ask("POST", f"/acts/{meter.key}/click", token=mine)
    assert again == {**first, "is_repeat": True}
    assert Act.objects.count() == 1


def test_a_hundred_connections_with_one_token(meter, visitor, token):
    mine = token()
    answers = visitor.ask_at_once("POST", f"/acts/{meter.key}/click", [{"token": mine}] * 100)
    said = [json.loads(answer.body) for answer in answers]
    assert {(one["verdict"], one["number"]) for one in said} == {("counted", 1)}
    assert Act.objects.count() == Meter.objects.get().counted == 1


def test_a_used_token_serves_nobody_else(meter, visitor, visitors, token):
    mine = token()
    visitor.ask("POST", f"/acts/{meter.key}/click", token=mine)
    stranger = visitors()
    stranger.headers["cookie"] = "geste=" + "s" * 22
    _, said = stranger.ask("POST", f"/acts/{meter.key}/click", token=mine)
    assert said["reason"] == Reason.TOKEN_USED


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT"])
def test_links_count_nothing(meter, visitor, token, method):
    answer, said = visitor.ask(method, f"/acts/{meter.key}/click?token={token()}")
    assert (answer.status, answer.headers["allow"]) == (405, "POST")
    assert Act.objects.get().reason == Reason.NOT_A_POST
    if method != "HEAD":
        assert said["reason"] == Reason.NOT_A_POST


def test_loading_in_advance_counts_nothing(meter, visitor, token):
    visitor.headers["sec-purpose"] = "prefetch"
    visitor.ask("GET", f"/acts/{meter.key}/click?token={token()}")
    assert Act.objects.get().reason == Reason.PREFETCH


@pytest.mark.parametrize(
    ("after_s", "reason"),
    [(-1.5, Reason.TOO_FAST), (-7200, Reason.TOO_FAST), (43_200, Reason.TOKEN_EXPIRED)],
)
def test_too_early_too_late_or_with_the_clock_set_back(
    meter, visitor, token, clock, after_s, reason
):
    mine = token()
    clock.go(after_s)
    _, said = visitor.ask("POST", f"/acts/{meter.key}/click", token=mine)
    assert said["reason"] == reason


def test_tokens_that_are_not_for_this(meter, visitor, token, clock):
    other = Meter.objects.create(name="Autre")
    play = new_play(meter.key, "f" * 24, 60, clock.ms).text()
    clock.go(2)
    for kind, text in (
        ("like", token()),
        ("click", play),
        ("click", "\ud800".encode("utf-8", "replace")),
    ):
        _, said = visitor.ask("POST", f"/acts/{meter.key}/{kind}", token=text)
        assert said["reason"] == Reason.TOKEN_FORGED
    _, said = visitor.ask("POST", f"/acts/{other.key}/click", token=token())
    assert said["reason"] == Reason.TOKEN_FORGED


def test_a_view_has_no_button(meter, visitor):
    assert visitor.ask("GET", f"/acts/{meter.key}/view/token")[0].status == 404
    assert visitor.ask("POST", f"/acts/{meter.key}/view")[0].status == 404


def test_the_team_does_not_count(meter, visitor, token, client, admin):
    client.force_login(admin)
    visitor.headers["cookie"] = f"sessionid={client.cookies['sessionid'].value}"
    _, said = visitor.ask("POST", f"/acts/{meter.key}/click", token=token())
    assert said["reason"] == Reason.TEAM


def test_on_another_site_no_cookie_is_set(meter, visitor, token):
    visitor.headers["origin"] = "null"
    answer, said = visitor.ask("POST", f"/acts/{meter.key}/click", token=token(query="?host=blog"))
    assert (said["verdict"], Act.objects.get().host) == (Verdict.COUNTED, "blog")
    assert "set-cookie" not in answer.headers
    _, said = visitor.ask("POST", f"/acts/{meter.key}/click", token=token(query="?host=blog"))
    assert said["reason"] == Reason.ALREADY_COUNTED


def test_a_host_that_is_no_name_is_left_out(meter, visitor, token):
    visitor.ask("POST", f"/acts/{meter.key}/click", token=token(query="?host=../x"))
    assert Act.objects.get().host == ""


def test_after_the_end(meter, visitor, token):
    Meter.objects.update(
        closes_at=timezone.datetime(2026, 9, 1, tzinfo=timezone.get_current_timezone())
    )
    _, said = visitor.ask("POST", f"/acts/{meter.key}/click", token=token())
    assert (said["reason"], said["detail"]) != (Reason.CLOSED, "")
    assert said["reason"] == Reason.CLOSED


def test_a_form_without_javascript_leads_to_the_receipt(meter, visitor, token):
    visitor.headers["accept"] = "text/html,*/*"
    answer, _ = visitor.ask("POST", f"/acts/{meter.key}/click", token=token(), lang="en")
    assert answer.status == 303
    assert answer.headers["location"] == f"/en/recu/{Act.objects.get().nonce}/"
    answer, _ = visitor.ask("POST", f"/acts/{meter.key}/click", token="x")
    assert answer.headers["location"] == f"/geste/{meter.key}/click/refus/?raison=token_forged"


@pytest.mark.parametrize("path", ["/acts/", "/acts/xyz/click", "/acts/0123456789abcdef/steal"])
def test_what_is_not_there(visitor, path):
    answer, said = visitor.ask("POST", path)
    assert (answer.status, said["code"]) == (404, "ACT-404")


def test_a_meter_that_is_not_there(visitor, meter):
    answer, said = visitor.ask("POST", f"/acts/{'f' * 16}/click")
    assert (answer.status, said["code"]) == (404, "ACT-404")


def test_a_body_that_is_too_long(visitor, meter):
    answer, said = visitor.ask("POST", f"/acts/{meter.key}/click", token="x" * 5000)
    assert (answer.status, said["code"]) == (413, "ACT-413")


def test_a_token_is_fetched_by_get_alone(visitor, meter):
    answer, _ = visitor.ask("POST", f"/acts/{meter.key}/click/token")
    assert (answer.status, answer.headers["allow"]) == (405, "GET")


def test_a_database_that_does_not_answer(meter, visitor, token, monkeypatch):
    def fail(offers):
        raise DatabaseError

    mine = token()
    with monkeypatch.context() as broken:
        broken.setattr(receive, "count_acts", fail)
        answer, said = visitor.ask("POST", f"/acts/{meter.key}/click", token=mine)
    assert (answer.status, said["code"]) == (503, "ACT-503")
    _, said = visitor.ask("POST", f"/acts/{meter.key}/click", token=mine)
    assert said["verdict"] == Verdict.COUNTED


def test_fifty_at_once_by_one_link_are_credited_as_they_are_counted(meter, token, visitors):
    """People from everywhere, some of them twice, robots among them: one referral a counted act."""
    code = code_of(meter, secret="s")
    robot = {"host": "localhost", "user-agent": "curl/8"}
    mine = [token() for _ in range(40)]
    asked = [
        *((Visitor(address=f"198.51.{number}.7"), held) for number, held in enumerate(mine)),
        *((Visitor(address="203.0.113.9"), held) for held in mine[:5]),
        *((Visitor(address="203.0.113.9", headers=robot), token()) for _ in range(5)),
    ]

    async def ask_all():
        return await asyncio.gather(
            *(
                knock(
                    "POST",
                    f"/acts/{meter.key}/click",
                    who.headers,
                    body={"token": held, "par": code.code},
                    address=who.address,
                )
                for who, held in asked
            )
        )

    answers = async_to_sync(ask_all)()
    assert {answer.status for answer in answers} == {200}
    counted = Act.objects.filter(verdict=Verdict.COUNTED)
    credited = Referral.objects.filter(reason="")
    assert counted.count() == credited.count() == 40
    assert set(credited.values_list("act_id", flat=True)) == set(
        counted.values_list("pk", flat=True)
    )
    assert credited.filter(is_new=True).count() == 40
    [source] = DailySource.objects.all()
    assert (source.origin, source.count) == ("own", 40)
