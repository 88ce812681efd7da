"""Each deed of the team's screen leaves a sentence."""

import pytest
from django.http import Http404

from projects.desk_deeds import do
from projects.domain.change_project import Change, change_project
from projects.domain.post_news import post_news
from projects.models import Project
from qa.enums import TextState
from qa.refusals import ReasonMissing

pytestmark = pytest.mark.django_db


def fresh(project: Project) -> Project:
    return Project.objects.get(pk=project.pk)


def press(project: Project, user: object, deed: str, **typed: object) -> Project:
    project = fresh(project)
    assert do(project, user, {"deed": deed, "seen": str(project.version)} | typed)
    return fresh(project)


def test_from_reading_to_adopting(sent, mo, make_pledge):
    project = press(sent(), mo, "take")
    assert project.assigned_to == mo
    assert press(project, mo, "approve").is_public
    assert press(project, mo, "hide").state == TextState.HIDDEN
    press(project, mo, "approve")
    assert press(project, mo, "adopt", pledge=str(make_pledge().pk)).adoption
    assert not hasattr(press(project, mo, "part", note="Erreur."), "adoption")
    refused = press(project, mo, "reject", reason="other", note="Trop cher.")
    assert (refused.state, refused.note) == (TextState.REJECTED, "Trop cher.")
    with pytest.raises(ReasonMissing):
        press(press(project, mo, "approve"), mo, "reject", reason="nonsense")


def test_changes(project, words, mo):
    change_project(project, Change(words(town="Bron")), project.version)
    assert press(project, mo, "decline_change", note="Non.").town == "Lyon"
    change_project(project, Change(words(town="Bron")), fresh(project).version)
    assert press(project, mo, "approve_change").town == "Bron"


def test_news_and_offers(project, mo, make_offer):
    news = post_news(project, "k", "Une roue")
    for number, (deed, state) in enumerate(
        (("approve", "approved"), ("hide", "hidden"), ("reject", "rejected"))
    ):
        seen = {"seen": str(news.version + number), "news": str(news.pk)}
        do(project, mo, {"deed": deed, "reason": "unclear"} | seen)
        assert type(news).objects.get().state == state
    offer = make_offer()
    press(project, mo, "answer", offer=str(offer.pk), answer="Merci.")
    offer.refresh_from_db()
    assert offer.answer == "Merci."
    with pytest.raises(Http404):
        press(project, mo, "answer", offer="0", answer="Merci.")
