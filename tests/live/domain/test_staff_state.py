"""What the control room shows, from the rows alone."""

import pytest

from live.domain.finish_run import finish_run
from live.domain.message_presenter import message_presenter
from live.domain.presence import note_presence
from live.domain.presenter_links import make_presenter_link
from live.domain.put_question import put_question
from live.domain.queue_question import ready_question
from live.domain.settle_question import answer_on_air
from live.domain.staff_state import staff_state
from live.domain.take import take
from live.models import Run
from qa.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_everything_that_is_on_the_screen(run, caller, make_asked, make_feed):
    make_feed()
    first, on_air, other = make_asked("Une ?", total=2), make_asked("Deux ?"), make_asked("Trois ?")
    ready_question(run, caller, question=first.pk, guest="Ana")
    take(run, caller, 1, believed=None)
    put_question(run, caller, 2, question=on_air.pk)
    message_presenter(run, caller, "Plus vite.")
    make_presenter_link(run, caller)
    note_presence(run, caller)
    run.refresh_from_db()
    state = staff_state(run)
    assert (state["version"], state["is_rehearsal"], state["ended_at"]) == (3, False, None)
    states = [line["state"] for line in state["lines"]]
    assert states == ["on_air", "waiting", "waiting"]
    assert (state["entry"], state["next"]) == (state["lines"][0]["pk"], state["lines"][1]["pk"])
    assert (state["question"]["text"], state["question"]["is_removed"]) == ("Deux ?", False)
    queue = state["queue"][0]
    assert (queue["text"], queue["guest"], queue["votes"]) == ("Une ?", "Ana", 2)
    (theme,) = state["themes"]
    assert (theme["name"], [one["text"] for one in theme["questions"]]) == (
        "Argent",
        ["Une ?", "Trois ?"],
    )
    assert other.pk in {one["pk"] for one in theme["questions"]}
    message = state["messages"][0]
    assert (message["text"], message["by"], message["seen_at"]) == ("Plus vite.", "sam", None)
    assert (state["presenter_links"], state["people"]) == (1, ["sam"])
    assert [one["verb"] for one in state["log"]] == ["put_question", "take", "start"]
    assert [feed["name"] for feed in state["feeds"]] == ["Dakar"]


def test_a_removed_question_is_marked_until_it_is_put_back(run, caller, make_asked):
    put_question(run, caller, 1, question=make_asked().pk)
    Question.objects.update(state="removed")
    assert staff_state(Run.objects.get())["question"]["is_removed"]


def test_after_the_end(run, caller, make_asked):
    put_question(run, caller, 1, question=make_asked("Une ?").pk)
    answer_on_air(run, caller, 2)
    run = finish_run(run, caller, 3, is_confirmed=True)
    state = staff_state(run)
    assert (state["entry"], state["next"], state["question"]) == (None, None, None)
    assert [(one["text"], one["outcome"]) for one in state["aired"]] == [("Une ?", "answered")]
    assert state["ended_at"]


def test_it_costs_the_same_however_much_there_is(
    run, caller, make_asked, make_feed, django_assert_num_queries
):
    def fresh():
        related = ("programme__campaign__meter", "entry", "feed", "question__theme")
        return Run.objects.select_related(*related).get(pk=run.pk)

    def count(number):
        for n in range(number):
            ready_question(run, caller, question=make_asked(f"{n} ?").pk)
            make_asked(f"Encore {n} ?")
            message_presenter(run, caller, f"{n}")
            make_feed(f"Flux {run.programme.feeds.count()}")
        with django_assert_num_queries(QUERIES):
            staff_state(fresh())

    staff_state(fresh())  # Where pages are is asked once in a while.
    count(1)
    count(3)


QUERIES = 13


def test_no_feeds_where_the_picture_comes_from_elsewhere(run, make_feed):
    make_feed()
    assert len(staff_state(run)["feeds"]) == 1
    run.programme.outside_address = "https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
    assert staff_state(run)["feeds"] == []
