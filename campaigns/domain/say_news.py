"""Announcements in words: what happened, and what it means."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from audience.subjects import Subject
from campaigns.domain.followed import pledges_of
from campaigns.domain.gifts import gift_label
from campaigns.enums import NewsEvent
from campaigns.models import Announcement, Pledge

MOST_SHOWN = 30

# Event → headline, sentence.
_WORDS = {
    NewsEvent.ACTIVATED: (
        gettext_noop("%(sponsor)s promises up to %(gift)s"),
        gettext_noop(
            "The promise to %(beneficiary)s has begun: from now on acts count for it. Everything "
            "is to be delivered by %(due)s."
        ),
    ),
    NewsEvent.AMENDED: (
        gettext_noop("New terms: %(sponsor)s now promises up to %(gift)s"),
        gettext_noop(
            "Both sides signed a new version. What was unlocked so far stays unlocked, and the "
            "old version stays readable."
        ),
    ),
    NewsEvent.MILESTONE: (
        gettext_noop("%(acts)s acts: %(milestone)s"),
        gettext_noop("Together you have unlocked %(gift)s from %(sponsor)s so far."),
    ),
    NewsEvent.CAPPED: (
        gettext_noop("Everything is unlocked: %(gift)s"),
        gettext_noop(
            "The ceiling of %(sponsor)s is reached. %(beneficiary)s is to receive all of it by "
            "%(due)s; further acts are heard as voices."
        ),
    ),
    NewsEvent.EXPIRED: (
        gettext_noop("The count is over: %(gift)s"),
        gettext_noop(
            "That is what you unlocked from %(sponsor)s. It is to be delivered to "
            "%(beneficiary)s by %(due)s, and you will hear of it."
        ),
    ),
    NewsEvent.DELIVERED: (
        gettext_noop("Delivered: %(gift)s"),
        gettext_noop(
            "%(beneficiary)s confirms what arrived from %(sponsor)s on %(day)s (%(place)s), and "
            "shows the document that proves it."
        ),
    ),
    NewsEvent.SETTLED: (
        gettext_noop("Promise kept: %(gift)s"),
        gettext_noop("%(sponsor)s has delivered to %(beneficiary)s all that you unlocked."),
    ),
    NewsEvent.LATE: (
        gettext_noop("Late: %(gift)s still missing"),
        gettext_noop(
            "%(sponsor)s was to deliver to %(beneficiary)s by %(due)s, and no proof of the rest "
            "is there. The page says so too."
        ),
    ),
    NewsEvent.BROKEN: (
        gettext_noop("Promise not kept: %(gift)s never came"),
        gettext_noop(
            "%(sponsor)s was to deliver to %(beneficiary)s by %(due)s. Three months later no "
            "proof is there, so the promise counts as broken. What still comes is written down."
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class News:
    """An announcement in this request's language."""

    announcement: Announcement
    headline: str
    sentence: str

    @property
    def anchor(self) -> str:
        return f"news-{self.announcement.pk}"

    @property
    def happened_at(self) -> datetime:
        return self.announcement.happened_at

    @property
    def proof(self) -> str:
        """The path of the document that proves a delivery, or nothing."""
        delivery = self.announcement.delivery
        return delivery.document.url if delivery else ""


def announcements() -> QuerySet[Announcement]:
    """Return announcements with all that their words need."""
    return Announcement.objects.select_related(
        "pledge__meter",
        "pledge__sponsor",
        "pledge__beneficiary",
        "milestone",
        "delivery__document",
    )


def news_of(subject: Subject, most: int = MOST_SHOWN) -> list[News]:
    """Return the last announcements of a subject, the newest first."""
    pledges = Pledge.objects.public().filter(pledges_of(subject))
    return [say(one) for one in announcements().filter(pledge__in=pledges)[:most]]


def say(announcement: Announcement) -> News:
    """Put an announcement into words, in the language that is active."""
    headline, sentence = _WORDS[NewsEvent(announcement.event)]
    facts = _facts(announcement)
    return News(announcement, _(headline) % facts, _(sentence) % facts)


def _facts(one: Announcement) -> dict[str, str]:
    pledge = one.pledge
    return {
        "sponsor": pledge.sponsor.name,
        "beneficiary": pledge.beneficiary.name,
        "gift": gift_label(one.quantity, pledge),
        "due": date_format(pledge.delivery_due_on),
        "milestone": one.milestone.title_here if one.milestone else "",
        "acts": number_format(one.milestone.acts) if one.milestone else "",
        "place": one.delivery.place if one.delivery else "",
        "day": date_format(one.delivery.delivered_on) if one.delivery else "",
    }
