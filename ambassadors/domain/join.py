"""Become an ambassador: an alias and a mailbox; a link in a mail proves it. No account."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from ambassadors.domain.check_alias import checked_alias, first_state
from ambassadors.domain.send_link import send_link
from ambassadors.models import LONGEST_ALIAS, Ambassador
from ambassadors.refusals import LinkIsOver, TooManyAsked
from audience.domain.mailbox_links import use_link
from audience.domain.network_budget import spend
from audience.models import MailboxLink
from qa.domain.decide import locked, written
from qa.domain.fold import fold
from qa.domain.stop_words import note_stop_words
from qa.enums import Action, TextState

MOST_PER_NETWORK = 60
_PURPOSE = "ambassadors"


def ask_to_join(email: str, alias: str, language: str, network_address: str) -> None:
    """Send a link to a mailbox that wants to join as `alias`.

    Who is an ambassador already gets a link to their page, and keeps the alias; nobody who asks
    learns which of the two it was. Raises TooManyAsked or what `checked_alias` raises.
    """
    words = checked_alias(alias)
    _spend(network_address)
    with transaction.atomic():
        values = {"alias": words, "fold": fold(words), "language": language}
        one, is_new = Ambassador.objects.get_or_create(
            email=email.lower(), defaults={**values, "state": TextState.DRAFT}
        )
        if not is_new:
            Ambassador.objects.filter(pk=one.pk, joined_at=None).update(**values)
        send_link(one, language)


def ask_for_link(email: str, language: str, network_address: str) -> None:
    """Send the ambassador with this mailbox a link; do nothing, and say nothing, for any other.

    Raises TooManyAsked.
    """
    _spend(network_address)
    with transaction.atomic():
        one = Ambassador.objects.here().filter(email=email.lower()).first()
        if one is not None:
            send_link(one, language)


def enter(link: MailboxLink) -> Ambassador:
    """Use a link, and return whose it is: from the first one on, an ambassador.

    Raises LinkIsOver.
    """
    with transaction.atomic():
        one = Ambassador.objects.filter(code=link.key, left_at=None).first()
        if one is None or not use_link(link):
            raise LinkIsOver
        one = locked(one)
        return _joined(one) if one.joined_at is None else one


def _joined(one: Ambassador) -> Ambassador:
    before, alias, number = one.told(), one.alias, 1
    one.state, one.held_for, found = first_state(alias)
    one.joined_at = one.received_at = timezone.now()
    while True:
        try:
            with transaction.atomic():
                sent = written(one, Action.SEND, before, user=None)
                note_stop_words(sent, found)
                return sent
        except IntegrityError:  # Somebody proved the same alias first.
            number += 1
            one.alias = f"{alias[: LONGEST_ALIAS - 4]} {number}"
            one.fold, one.version = fold(one.alias), one.version - 1


def _spend(network_address: str) -> None:
    if not spend(_PURPOSE, network_address, MOST_PER_NETWORK):
        raise TooManyAsked
