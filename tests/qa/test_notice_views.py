"""Notices in the CMS: the list, the decision, and two people at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from qa.enums import TextState
from qa.models import Notice, Question

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(house):
    """The lists stand in the CMS of a site."""


@pytest.fixture
def desk(client, mo):
    client.force_login(mo)
    return client


def decide(desk, notice, verdict="keep", **values):
    form = {"verdict": verdict, "answer": "Parce que.", "seen": 0, "seen_text": 0, **values}
    return desk.post(reverse("decide_notice", args=[notice.pk]), form)


def test_what_waits_longest_comes_first_in_red(desk, make_notice, make_question):
    now = timezone.now()
    new = make_notice(make_question("Nouveau <b> ?", state=TextState.APPROVED))
    old = make_notice(filed_at=now - timedelta(days=4))
    done = make_notice(state="dismissed", decided_at=now)
    page = desk.get(reverse("notices"))
    assert [(one, red) for one, red in page.context["rows"]] == [(old, True), (new, False)]
    text = page.content.decode()
    assert text.count("notices__overdue") == 1
    assert "Nouveau &lt;b&gt; ?" in text
    decided = desk.get(f"{reverse('notices')}?shown=decided")
    assert [one for one, _ in decided.context["rows"]] == [done]
    assert reverse("notices") in desk.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("notices", [1, 3])
def test_the_list_costs_the_same_however_long(
    desk, make_notice, mo, django_assert_num_queries, notices
):
    for _ in range(notices):
        make_notice()
        make_notice(state="dismissed", decided_at=timezone.now(), decided_by=mo)
    desk.get(reverse("notices"))
    for shown, queries in (("open", 11), ("decided", 12)):
        with django_assert_num_queries(queries):
            desk.get(f"{reverse('notices')}?shown={shown}")


def test_empty_lists_and_odd_wishes(desk):
    for query in ("", "?shown=decided", "?shown=x&p=99"):
        assert desk.get(f"{reverse('notices')}{query}").status_code == 200
    assert desk.get(reverse("decide_notice", args=[1])).status_code == 404


def test_decided(desk, make_notice):
    notice = make_notice(explanation="Le <mot>.")
    page = desk.get(reverse("decide_notice", args=[notice.pk])).content.decode()
    assert "Le &lt;mot&gt;." in page
    assert 'value="hide"' in page
    assert 'value="remove"' not in page
    answer = decide(desk, notice, "hide", note="Restons polis.")
    assert answer.url == reverse("notices")
    notice.refresh_from_db()
    question = Question.objects.get()
    assert (notice.state, question.state, question.note) == ("upheld", "hidden", "Restons polis.")
    page = desk.get(reverse("decide_notice", args=[notice.pk])).content.decode()
    assert ("Parce que." in page, '<button class="button" type="submit">' in page) == (True, False)


@pytest.mark.parametrize(
    ("verdict", "values", "status"),
    [
        ("keep", {"answer": ""}, 422),
        ("", {}, 422),
        ("burn", {}, 422),
        ("reject", {}, 400),
        ("reject", {"reason": "boredom"}, 422),
        ("remove", {"reason": "hate"}, 403),
        ("keep", {"seen": "7"}, 409),
        ("hide", {"seen_text": "x"}, 409),
        ("hide", {"note": "a" * 301}, 422),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(desk, make_notice, verdict, values, status):
    notice = make_notice()
    answer = decide(desk, notice, verdict, **{"answer": "Une <longue> raison.", **values})
    assert answer.status_code == status
    if values.get("answer") != "":
        assert "Une &lt;longue&gt; raison." in answer.content.decode()
    notice.refresh_from_db()
    assert (notice.state, Question.objects.get().version) == ("waiting", 0)


def test_who_comes_late_reads_who_was_faster(client, make_notice, make_user, mo):
    notice, ana = make_notice(), make_user("ana", "qa.moderate_text")
    client.force_login(ana)
    decide(client, notice, "hide")
    client.force_login(mo)
    for verdict in ("keep", "hide"):
        late = decide(client, notice, verdict)
        assert late.status_code == 409
        assert "ana" in late.content.decode()
    assert Notice.objects.get().decided_by == ana


def test_strangers_to_notices(client, make_user, make_notice):
    notice = make_notice()
    client.force_login(make_user("pia", "qa.sort_text", "qa.present_question"))
    for path in (reverse("notices"), reverse("decide_notice", args=[notice.pk])):
        assert client.get(path).status_code in (302, 403)
    assert reverse("notices") not in client.get(reverse("wagtailadmin_home")).content.decode()
