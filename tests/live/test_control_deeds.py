"""From what was pressed to the verb."""

import pytest
from django.http import QueryDict

from live.control_deeds import do
from live.models import PresenterLink, Run
from live.refusals import EndNotConfirmed, LengthMissing, NoSuchLine, UnknownCommand

pytestmark = pytest.mark.django_db


def form(**values):
    data = QueryDict(mutable=True)
    data.update({name: str(value) for name, value in values.items()})
    return data


def test_every_button_does_its_deed(run, caller, make_asked, make_feed):
    feed, question = make_feed(), make_asked()
    one, two, three = run.entries.all()
    run.entries.filter(pk=two.pk).update(fallback_key=three.segment_key)
    pressed = [
        ("ready", {"question": question.pk, "guest": "Ana"}, lambda r: r.queue.get().guest == "Ana"),
        ("unready", {"question": question.pk}, lambda r: not r.queue.exists()),
        ("skip", {"entry": one.pk}, lambda r: r.entries.get(pk=one.pk).state == "skipped"),
        ("unskip", {"entry": one.pk}, lambda r: r.entries.get(pk=one.pk).state == "waiting"),
        ("take", {"believed": ""}, lambda r: r.entry == one),
        ("insert", {"title": "Météo", "minutes": 2, "kind": "report", "feed": feed.pk},
         lambda r: r.entries.get(title="Météo").planned_s == 120),
        ("take_entry", {"entry": two.pk}, lambda r: r.entry == two),
        ("fall_back", {}, lambda r: r.entry == three),
        ("put_feed", {"feed": feed.pk}, lambda r: r.feed == feed),
        ("hold", {}, lambda r: r.is_held),
        ("release", {}, lambda r: not r.is_held),
        ("show_slate", {}, lambda r: r.shows_slate),
        ("hide_slate", {}, lambda r: not r.shows_slate),
        ("hide_overlay", {}, lambda r: r.hides_overlay),
        ("show_overlay", {}, lambda r: not r.hides_overlay),
        ("put_question", {"question": question.pk}, lambda r: r.question == question),
        ("back", {}, lambda r: r.question is None),
        ("put_question", {"question": question.pk}, lambda r: r.question == question),
        ("answered", {}, lambda r: r.aired_questions.filter(outcome="answered").exists()),
        ("panic", {}, lambda r: r.questions_closed),
        ("calm", {}, lambda r: not r.questions_closed),
        ("message", {"text": "Plus vite."}, lambda r: r.messages.get().text == "Plus vite."),
        ("fire_call", {"call": "share"}, lambda r: r.call["act"] == "share"),
        ("end_call", {}, lambda r: r.call is None),
        ("finish", {"confirm": "yes"}, lambda r: r.ended_at),
    ]  # fmt: skip
    for verb, values, is_done in pressed:
        seen = Run.objects.get().version
        assert do(run, caller, verb, form(seen=seen, **values)) == {}
        assert is_done(Run.objects.get()), verb


def test_a_link_is_made_and_all_are_shut(run, caller):
    told = do(run, caller, "make_link", form())
    assert "/presentateur/" in told["address"]
    do(run, caller, "revoke_links", form())
    assert PresenterLink.objects.get().revoked_at


def test_what_is_unclear_is_refused(run, caller):
    for verb, values, refusal in (
        ("dance", {}, UnknownCommand),
        ("skip", {"seen": 1, "entry": "x"}, NoSuchLine),
        ("insert", {"seen": 1, "title": "Rien", "minutes": "beaucoup"}, LengthMissing),
        ("finish", {"seen": 1}, EndNotConfirmed),
    ):
        with pytest.raises(refusal):
            do(run, caller, verb, form(**values))
