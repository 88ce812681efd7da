"""A firm offers through a named person, whose mailbox is proved; the team answers once."""

import pytest

from audience.models import Mail, MailboxLink
from projects.domain import offer_adoption as module
from projects.domain.adopt import adopt
from projects.domain.offer_adoption import Offered, answer_offer, enter_offer, offer_adoption
from projects.models import Offer, Project
from projects.refusals import (
    AlreadyAnswered,
    AnswerMissing,
    LinkIsOver,
    NotLooking,
    OfferEmpty,
    TooManyProposed,
)
from qa.refusals import MayNotDecide

pytestmark = pytest.mark.django_db


def offered(key: str = "k", **values: str) -> Offered:
    usual = {"email": "Colette@example.org", "firm": "Cycles Guidon", "name": "Colette"}
    return Offered(key, **usual | {"title": "gérante", "words": "Un triporteur."} | values)


def test_from_the_form_to_the_answer(project, mo):
    offer = offer_adoption(project, offered(), "")
    assert offer_adoption(project, offered(), "") == offer
    assert not Offer.objects.waiting().exists()
    link = MailboxLink.objects.get(purpose="godparent")
    assert enter_offer(link).proved_at is not None
    with pytest.raises(LinkIsOver):
        enter_offer(link)
    assert Offer.objects.waiting().get() == offer
    with pytest.raises(AnswerMissing):
        answer_offer(offer, mo, " ")
    answer_offer(offer, mo, "Merci, on vous appelle.")
    with pytest.raises(AlreadyAnswered):
        answer_offer(offer, mo, "Encore merci.")
    assert not Offer.objects.waiting().exists()
    mails = Mail.objects.filter(email="colette@example.org").order_by("pk")
    assert [mail.occasion for mail in mails] == ["godparent_link", "godparent", "godparent"]


def test_what_is_not_taken(project, publish, make_pledge, mo, sent, monkeypatch):
    with pytest.raises(OfferEmpty):
        offer_adoption(project, offered(words="\u200b"), "")
    with pytest.raises(NotLooking):
        offer_adoption(sent("b@example.org"), offered(), "")
    adopted = adopt(project, make_pledge(), mo, project.version)
    with pytest.raises(NotLooking):
        offer_adoption(Project.objects.get(pk=adopted.pk), offered(), "")
    other = publish("c@example.org", title="Autre")
    monkeypatch.setattr(module, "MOST_PER_NETWORK", 0)
    offer_adoption(other, offered("a"), "192.0.2.1")
    with pytest.raises(TooManyProposed):
        offer_adoption(other, offered("b"), "192.0.2.1")


def test_not_by_anybody(make_offer, make_user):
    with pytest.raises(MayNotDecide):
        answer_offer(make_offer(), make_user("gast"), "Non.")
