"""What organisations claim, with what is said against it, as the public sees it."""

from collections.abc import Iterable

from django.db.models import Prefetch

from campaigns.enums import ContestationState
from campaigns.models import Claim, Contestation, Organisation


def claims_of(organisations: Iterable[Organisation | None]) -> list[Claim]:
    """Return the claims of these organisations, the newest first, with published contestations."""
    keys = {organisation.pk for organisation in organisations if organisation}
    if not keys:
        return []
    claims = Claim.objects.filter(organisation__in=keys).select_related("organisation", "proof")
    return list(claims.prefetch_related(_published()))


def _published() -> Prefetch:
    shown = Contestation.objects.filter(state=ContestationState.PUBLISHED)
    return Prefetch(
        "contestations",
        queryset=shown.select_related("answered_for"),
        to_attr="published_contestations",
    )
