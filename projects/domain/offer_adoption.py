"""Offer to become a project's godparent: a firm, who speaks for it, a mailbox that is proved."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from audience.domain.mailbox_links import use_link
from audience.domain.network_budget import spend
from audience.models import MailboxLink
from projects.domain.standing import standing_of
from projects.domain.tell_offerer import ANSWERED, RECEIVED, send_offer_link, tell_offerer
from projects.enums import Standing
from projects.models import Offer, Project
from projects.models.offer import LONGEST_ANSWER
from projects.refusals import (
    AlreadyAnswered,
    AnswerMissing,
    LinkIsOver,
    NotLooking,
    OfferEmpty,
    TooManyProposed,
)
from qa.domain.clean_words import clean_words, says_something
from qa.domain.rights import ensure_may
from qa.enums import Action
from users.models import User

# Of the tickets that its forms carry.
FORM = "projects.offer"
MOST_PER_NETWORK = 30


@dataclass(frozen=True, slots=True)
class Offered:
    """What the form says. `key` names it: the same form twice offers once."""

    key: str
    email: str
    firm: str
    name: str
    title: str
    words: str
    language: str = "fr"


def offer_adoption(project: Project, offered: Offered, network_address: str) -> Offer:
    """Keep an offer, send the link that proves its mailbox, and return it.

    Raises NotLooking, OfferEmpty or TooManyProposed.
    """
    made = Offer.objects.filter(key=offered.key).first()
    if made is not None:
        return made
    if not project.is_public or standing_of(project) != Standing.LOOKING:
        raise NotLooking
    offered = _cleaned(offered)
    if not spend("godparents", network_address, MOST_PER_NETWORK):
        raise TooManyProposed
    with transaction.atomic():
        offer, is_new = Offer.objects.get_or_create(
            key=offered.key,
            defaults={
                "project": project,
                "firm": offered.firm,
                "name": offered.name,
                "title": offered.title,
                "words": offered.words,
                "email": offered.email.lower(),
                "language": offered.language,
            },
        )
        if is_new:
            send_offer_link(offer)
    return offer


def enter_offer(link: MailboxLink) -> Offer:
    """Use a link, and return whose it is: from the first one on, the team reads it.

    Raises LinkIsOver.
    """
    with transaction.atomic():
        offer = Offer.objects.select_for_update().filter(code=link.key).first()
        if offer is None or not use_link(link):
            raise LinkIsOver
        if offer.proved_at is None:
            offer.proved_at = timezone.now()
            offer.save(update_fields=["proved_at"])
            tell_offerer(offer, RECEIVED)
    return offer


def answer_offer(offer: Offer, user: User, answer: str) -> Offer:
    """Answer an offer, once, by e-mail, and return it.

    Raises MayNotDecide, AnswerMissing or AlreadyAnswered.
    """
    ensure_may(user, Action.APPROVE)
    answer = answer.strip()[:LONGEST_ANSWER]
    if not answer:
        raise AnswerMissing
    with transaction.atomic():
        offer = Offer.objects.select_for_update().get(pk=offer.pk)
        if offer.answered_at is not None:
            raise AlreadyAnswered(winner=offer.answered_by or "–")
        offer.answered_at, offer.answered_by, offer.answer = timezone.now(), user, answer
        offer.save(update_fields=["answered_at", "answered_by", "answer"])
        tell_offerer(offer, ANSWERED)
    return offer


def _cleaned(offered: Offered) -> Offered:
    names = ("firm", "name", "title", "words")
    cleaned = {name: clean_words(getattr(offered, name)) for name in names}
    if not all(says_something(words) for words in cleaned.values()):
        raise OfferEmpty
    return replace(offered, **cleaned)
