"""Erasing leaves figures and nobody's words; the export holds all that is kept."""

import pytest
from django.core.files.storage import default_storage

from audience.models import Mail, Meter
from projects.domain.erase_project import erase_project, exported_project
from projects.domain.post_news import post_news
from projects.domain.show_likes import likes_of_one
from projects.models import Offer, Project, ProjectNews
from qa.domain.decide import decide
from qa.domain.freeze_text import freeze_text
from qa.enums import Action, TextState
from qa.models import Decision
from qa.refusals import TextFrozen

pytestmark = pytest.mark.django_db


def test_one_that_was_never_published_is_gone(sent):
    erase_project(sent())
    assert not Project.objects.exists()
    assert not Mail.objects.exists()


def test_one_with_likes_is_nobodys(publish, like, make_offer, django_capture_on_commit_callbacks):
    project = publish(picture=b"jpeg")
    make_offer(project=project)
    like(project, 2)
    post_news(project, "k", "Une roue")
    with django_capture_on_commit_callbacks(execute=True):
        erase_project(project)
    left = Project.objects.get(pk=project.pk)
    assert not default_storage.exists(project.picture)
    assert left.state == TextState.WITHDRAWN
    assert (left.title, left.need, left.story, left.name, left.email, left.slug) == (
        "", "", "", "", "", left.code,
    )  # fmt: skip
    assert likes_of_one(left).counted == 2
    assert Meter.objects.get(pk=left.meter_id).name == left.code
    assert not ProjectNews.objects.exists()
    assert not Offer.objects.filter(project=left).exists()
    kept = str(list(Decision.objects.filter(kind="project").values_list("before", "after", "note")))
    for word in ("triporteur", "Odile", "Louches", "Lyon", "voisins", "mardi"):
        assert word not in kept


def test_others_of_the_mailbox_stay(sent, publish):
    other = sent(title="Autre")
    erase_project(publish())
    assert Project.objects.get(pk=other.pk).email == "odile@example.org"
    assert Mail.objects.filter(email="odile@example.org").exists()


def test_not_while_the_law_wants_it(project, admin):
    frozen = freeze_text(project, admin, "Enquête")
    with pytest.raises(TextFrozen):
        erase_project(frozen)


def test_the_export(project, like, mo):
    like(project)
    post_news(project, "k", "=1+1")
    told = exported_project(decide(project, Action.HIDE, user=mo))
    assert told["email"] == "odile@example.org"
    assert told["likes"] == {"received": 1, "counted": 1, "refused": 0, "to_verify": 0}
    assert told["news"][0]["text"] == "=1+1"
    assert told["steps"][0]["step"] == "published"
    assert told["godparent"] is None
