"""Write down who is to be told of something: one mail for each address."""

from collections.abc import Iterable
from datetime import datetime

from audience.enums import SubscriptionState
from audience.models import Mail, Subscription

ROWS_AT_ONCE = 1_000


def queue_mails(
    subjects: Iterable[tuple[str, str]], occasion: str, about: str, happened_at: datetime
) -> int:
    """Queue a mail for all who follow one of `subjects` (kind, key); return for how many.

    Who follows several is told once, as a follower of the first. Who confirmed after
    `happened_at` is told of what comes. Calling it twice queues nothing more.
    """
    told: dict[str, tuple[int, str]] = {}
    for kind, key in subjects:
        followers = Subscription.objects.filter(
            kind=kind, key=key, state=SubscriptionState.CONFIRMED, confirmed_at__lte=happened_at
        )
        for pk, email, language in followers.values_list("pk", "email", "language").iterator():
            told.setdefault(email, (pk, language))
    Mail.objects.bulk_create(
        (
            Mail(subscription_id=pk, occasion=occasion, about=about, email=email, language=language)
            for email, (pk, language) in told.items()
        ),
        batch_size=ROWS_AT_ONCE,
        ignore_conflicts=True,
    )
    return len(told)
