"""Stop following, at once and without a question (RFC 8058)."""

from django.db import transaction
from django.utils import timezone

from audience.domain.follow_links import END, subscription_in
from audience.enums import MailState, SubscriptionState
from audience.models import Mail, Subscription


def end_following(token: str) -> bool:
    """End the subscription that `token` was signed for; False when the token is not ours.

    True also when it had ended or was forgotten: what was asked for is so. Mails that wait for it
    are not sent any more.
    """
    key = subscription_in(token, END)
    if key is None:
        return False
    with transaction.atomic():
        running = Subscription.objects.filter(pk=key).exclude(state=SubscriptionState.ENDED)
        running.update(state=SubscriptionState.ENDED, ended_at=timezone.now())
        Mail.objects.filter(subscription=key, state=MailState.WAITING).delete()
    return True
