"""Ask to follow something: nothing is sent but one mail, which asks whether that was meant."""

from django.db import transaction
from django.utils import timezone

from audience.domain.mail_budgets import take_slot_of_address, take_slot_of_network
from audience.enums import SubscriptionState
from audience.errors import TooManyAsked
from audience.models import Mail, Subscription
from audience.subjects import Subject

OCCASION = "asked"


def ask_to_follow(subject: Subject, email: str, language: str, network_address: str) -> None:
    """Keep the wish of `email` to follow `subject` and queue a mail that asks to confirm it.

    It does the same for an address that follows already (its mail then says so): whoever asks
    learns nothing about others. An address gets few such mails in a day, whoever asks and for
    whatever; those on top are not sent. Raises TooManyAsked when the network's share is used up.
    """
    email, now = email.lower(), timezone.now()
    today = timezone.localdate(now)
    if not take_slot_of_network(network_address, today):
        raise TooManyAsked
    if not take_slot_of_address(email, today):
        return
    with transaction.atomic():
        wanted = {"kind": subject.kind, "key": subject.key, "email": email}
        Subscription.objects.bulk_create(
            [Subscription(**wanted, language=language)], ignore_conflicts=True
        )
        subscription = Subscription.objects.select_for_update().get(**wanted)
        if subscription.state != SubscriptionState.CONFIRMED:
            subscription.state, subscription.language = SubscriptionState.WAITING, language
            subscription.asked_at, subscription.ended_at = now, None
            subscription.save()
        about = f"{subscription.pk}:{now.timestamp():.6f}"
        Mail.objects.create(
            subscription=subscription,
            occasion=OCCASION,
            about=about,
            email=email,
            language=subscription.language,
        )
