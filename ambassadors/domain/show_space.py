"""What an ambassador sees on their private page."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Locale

from ambassadors.domain.rank import (
    Standing,
    neighbours,
    standings_this_week,
    week_of,
)
from ambassadors.models import Ambassador
from audience.domain.holder_codes import Brought, brought_by_codes, brought_by_holders
from audience.enums import ShareChannel
from audience.models import ShareCode
from audience.shared import Shared, shared_of
from campaigns.models import CampaignPage
from media.readable import readable

MOST_CAMPAIGNS = 100


@dataclass(frozen=True, slots=True)
class OwnCode:
    """A code of the ambassador's, with whom it brought."""

    channel: str
    code: str
    brought: Brought

    @property
    def name(self) -> str:
        """What people call the channel."""
        return str(ShareChannel(self.channel).label)


@dataclass(frozen=True, slots=True)
class SharedPage:
    """A page that the ambassador has links to, and whom these brought."""

    subject: Shared
    codes: list[OwnCode]
    brought: Brought

    @property
    def by_channel(self) -> dict[str, str]:
        return {one.channel: one.code for one in self.codes}


@dataclass(frozen=True, slots=True)
class Space:
    """The private page. `rank` is this week's, None where nobody was brought or the alias waits."""

    people_this_week: int
    people: int
    rank: int | None
    around: list[Standing]
    pages: list[SharedPage]
    campaigns: list[tuple[int, str]]


def show_space(ambassador: Ambassador) -> Space:
    """Return what the ambassador's page shows."""
    monday, code = week_of(timezone.localdate()), ambassador.code
    around = neighbours(standings_this_week(), code)
    pages = _pages(code)
    have = {int(page.subject.key) for page in pages}
    return Space(
        people_this_week=brought_by_holders(monday).get(code, 0),
        people=brought_by_holders().get(code, 0),
        rank=next((one.rank for one in around if one.code == code), None),
        around=around,
        pages=pages,
        campaigns=[(pk, title) for pk, title in _campaigns() if pk not in have],
    )


def _campaigns() -> list[tuple[int, str]]:
    pages = readable(CampaignPage.objects.filter(locale=Locale.get_active()))
    found = pages.order_by("-first_published_at", "pk").values_list("pk", "title")
    return list(found[:MOST_CAMPAIGNS])


def _pages(holder: str) -> list[SharedPage]:
    brought = brought_by_codes(holder)
    places = {channel: place for place, channel in enumerate(ShareChannel.values)}
    by_subject: dict[tuple[str, str], list[OwnCode]] = defaultdict(list)
    codes = ShareCode.objects.filter(holder=holder, revoked_at=None).order_by("made_at", "pk")
    for one in codes:
        own = OwnCode(one.channel, one.code, brought[one.code])
        by_subject[one.kind, one.key].append(own)
    found = []
    for (kind, key), own_codes in by_subject.items():
        subject = shared_of(kind, key)
        if subject is not None:
            own_codes.sort(key=lambda own: places.get(own.channel, 0))
            people = sum(own.brought.people for own in own_codes)
            acts = sum(own.brought.acts for own in own_codes)
            found.append(SharedPage(subject, own_codes, Brought(people, acts)))
    return found
