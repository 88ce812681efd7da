"""What the law forbids is gone from every public byte at once, also where it was cached."""

import pytest

from qa.domain.decide import decide
from qa.domain.freeze_text import freeze_text
from qa.domain.remove_everywhere import equal_texts, remove_equals, remove_everywhere
from qa.enums import Action, TextState
from qa.models import Decision
from qa.refusals import MayNotDecide, ReasonMissing, StaleCommand

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
CANARY = "canarikoumquat"


@pytest.fixture
def episode(make_episode, settings, monkeypatch):
    """An episode on a site whose pages are all kept for half a minute."""
    settings.PAGE_CACHE_S = 30
    monkeypatch.setattr("qa.views.KEPT_S", 30)
    return make_episode()


def test_gone_at_once_although_it_was_cached(lea, episode, client, make_question):
    question = make_question(f"Le {CANARY} ?", state=TextState.APPROVED, name=CANARY)
    theme = question.theme
    episode.themes.add(theme)
    episode.save_revision().publish()
    showing = [
        f"/themes/{theme.slug}/",
        f"/themes/{theme.slug}/questions/",
        f"/themes/{theme.slug}/questions/nouvelles/",
        f"/themes/{theme.slug}/questions.xml",
        f"/questions/{question.code}/",
    ]
    others = [episode.url, "/", "/themes/", f"/themes/{theme.slug}/questions/repondues/"]
    for path in showing:
        assert CANARY in client.get(path).content.decode(), path
    for path in others:
        assert client.get(path).status_code == 200, path
    # Kept: they would go on showing it.
    type(question).objects.update(state=TextState.HIDDEN)
    for path in showing:
        assert CANARY in client.get(path).content.decode(), path
    type(question).objects.update(state=TextState.APPROVED)
    remove_everywhere(question, lea, reason="unlawful", note="Article 24.", seen=0)
    for path in [*showing[:-1], *others]:
        assert CANARY not in client.get(path).content.decode(), path
    assert client.get(showing[-1]).status_code == 404
    assert client.get(f"/signaler/question/{question.code}/").status_code == 404
    found = client.get(f"/themes/{theme.slug}/semblables/?texte=le+{CANARY}").content.decode()
    assert CANARY not in found


def test_the_decision_says_what_was_emptied(lea, make_question):
    question = remove_everywhere(make_question(), lea, reason="unlawful", note="Article 24.")
    decision = Decision.objects.get()
    assert (question.state, question.refused_for) == (TextState.REMOVED, "unlawful")
    assert (decision.action, decision.after["cleared"]) == ("remove", ["pages"])
    assert "cleared" not in decision.before


def test_what_is_refused(lea, mo, make_question):
    question = make_question()
    with pytest.raises(MayNotDecide):
        remove_everywhere(question, mo, reason="unlawful")
    with pytest.raises(ReasonMissing):
        remove_everywhere(question, lea, reason="")
    decide(question, Action.STAR, user=mo)
    with pytest.raises(StaleCommand):
        remove_everywhere(question, lea, reason="unlawful", seen=0)


def test_a_frozen_text_is_removed_and_kept(lea, make_question):
    question = freeze_text(make_question(), lea, "Plainte")
    question = remove_everywhere(question, lea, reason="unlawful")
    assert (question.state, question.frozen_for) == (TextState.REMOVED, "Plainte")


def test_those_that_say_the_same_follow(lea, mo, make_question):
    first = remove_everywhere(make_question("Le navet ?"), lea, reason="hate", note="Non.")
    same = make_question("LE  NAVËT…", state=TextState.APPROVED)
    stale = make_question("Le navet", state=TextState.APPROVED)
    other = make_question("Le panais ?", state=TextState.APPROVED)
    make_question("Le navet ?", state=TextState.REMOVED)
    assert equal_texts(first) == [same, stale]
    decide(stale, Action.STAR, user=mo)
    chosen = [("question", one.pk, 0) for one in (same, stale, other)] + [("recipe", 1, 0)]
    removed, refusals = remove_equals(first, lea, chosen)
    assert (removed, [one.code for one in refusals]) == (1, ["MOD-002"])
    same.refresh_from_db()
    other.refresh_from_db()
    assert (same.state, same.refused_for, same.note) == (TextState.REMOVED, "hate", "Non.")
    assert other.state == TextState.APPROVED
    assert equal_texts(first) == [stale]


def test_nothing_equals_what_was_erased(make_question):
    one, two = make_question(), make_question("Autre ?")
    type(one).objects.update(fold="")
    one.refresh_from_db()
    assert equal_texts(one) == []
    assert equal_texts(two) == []
