"""The share links of the site as the team sees them: where each leads and what it brought."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from audience.domain.share_codes import read_share_code
from audience.enums import NotCredited
from audience.holders import holders_named, names_of_holders
from audience.models import ShareCode
from audience.shared import Shared, keys_named, shared_of

MOST_NAMED = 200
LONGEST_WORDS = 80


@dataclass(frozen=True, slots=True)
class ListedLink:
    """A code with what it leads to (None: nothing that everybody may see) and whom it brought.

    `holder`: what the team calls whoever has it, "" where nobody in particular does.
    """

    code: ShareCode
    subject: Shared | None
    acts: int
    people: int
    holder: str = ""


def find_share_links(words: str = "", state: str = "") -> QuerySet[ShareCode]:
    """Return the codes for `words`, the newest first.

    `words` are a code, or stand in the name of a page, a campaign or a holder; `state` is "",
    "used" (links that brought somebody), "own" (people's own) or "revoked".
    """
    found = ShareCode.objects.select_related("meter", "revoked_by")
    match state:
        case "used":
            found = found.filter(referrals__reason=NotCredited.NONE).distinct()
        case "own":
            found = found.filter(secret__isnull=False)
        case "revoked":
            found = found.filter(revoked_at__isnull=False)
    words = words.strip()[:LONGEST_WORDS]
    if words:
        found = found.filter(_named(words))
    return found.order_by("-made_at", "-pk")


def listed(codes: Iterable[ShareCode]) -> list[ListedLink]:
    """Return `codes` with what they brought: a query for all sums, few for pages and holders."""
    shown = list(codes)
    credited = Q(referrals__reason=NotCredited.NONE)
    sums = ShareCode.objects.filter(pk__in=[code.pk for code in shown]).annotate(
        acts=Count("referrals", filter=credited),
        people=Count("referrals", filter=credited & Q(referrals__is_new=True)),
    )
    brought = {pk: (acts, people) for pk, acts, people in sums.values_list("pk", "acts", "people")}
    subjects = {(code.kind, code.key): None for code in shown}
    found = {named: shared_of(*named) for named in subjects}
    names = names_of_holders({code.holder for code in shown if code.holder})
    return [
        ListedLink(code, found[code.kind, code.key], *brought[code.pk], names.get(code.holder, ""))
        for code in shown
    ]


def _named(words: str) -> Q:
    named = Q(meter__name__icontains=words)
    code = read_share_code(words.rsplit("/", 1)[-1])
    if code:
        named |= Q(code=code)
    holders = holders_named(words, MOST_NAMED)
    if holders:
        named |= Q(holder__in=holders)
    for kind, keys in keys_named(words, MOST_NAMED).items():
        named |= Q(kind=kind, key__in=keys)
    return named
