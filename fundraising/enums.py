"""Choices about collection pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Occasion(models.TextChoices):
    """What a collection page is opened for."""

    BIRTHDAY = "birthday", _("a birthday")
    RACE = "race", _("a race or a challenge")
    PARTY = "party", _("a party, a wedding, a farewell do")
    MEMORY = "memory", _("in memory of somebody")
    FREE = "free", _("just like that")


class GiftState(models.TextChoices):
    """Where a gift stands. It follows from what the provider told, in whatever order."""

    PENDING = "pending", _("not paid yet")
    PAID = "paid", _("paid")
    REFUSED = "refused", _("refused")
    CANCELLED = "cancelled", _("cancelled")
    PART_REFUNDED = "part", _("partly refunded")
    REFUNDED = "refunded", _("refunded")
    CONTESTED = "contested", _("contested")


class Visibility(models.TextChoices):
    """How somebody who gives stands on the page."""

    NAME = "name", _("with my name")
    ALIAS = "alias", _("with a nickname")
    ANONYMOUS = "anonymous", _("without a name")


class EventKind(models.TextChoices):
    """What a provider tells about a gift."""

    PAID = "paid", _("paid")
    REFUSED = "refused", _("refused")
    CANCELLED = "cancelled", _("cancelled")
    REFUNDED = "refunded", _("refunded")
    # The bank took it back for as long as it looks into a complaint; it may come back.
    CONTESTED = "contested", _("contested")
    RESTORED = "restored", _("given to the association again")


class Rhythm(models.TextChoices):
    """How often somebody gives."""

    ONCE = "once", _("once")
    MONTHLY = "monthly", _("each month")


class MonthlyState(models.TextChoices):
    """Where a monthly gift stands. It follows from what the provider told, in whatever order."""

    PENDING = "pending", _("not begun yet")
    ACTIVE = "active", _("goes on")
    PAST_DUE = "past_due", _("the last payment failed")
    ENDED = "ended", _("ended")


class MonthlyEventKind(models.TextChoices):
    """What a provider tells about a standing order; its paid months are gifts of their own."""

    STARTED = "started", _("begun")
    FAILED = "failed", _("a month was not paid")
    ENDED = "ended", _("ended")
    # Left before anything was paid.
    CANCELLED = "cancelled", _("cancelled")


class TrialGifts(models.TextChoices):
    """What the setting TEST_GIFTS can be."""

    OFF = "off"
    HIDDEN = "hidden"
    SHOWN = "shown"


class TaxScheme(models.TextChoices):
    """By which rule gifts to an organisation reduce the taxes of whoever gives."""

    GENERAL = "general", _("Of general interest: 66%")
    NEED = "need", _("Helps people in difficulty: 75%")


class CancelReason(models.TextChoices):
    """Why a tax receipt holds no more."""

    REFUND = "refund", _("the gift came back, wholly or in part")
    MORE = "more", _("another gift of the year is to stand on it")
    MISTAKE = "mistake", _("name, address or another entry was wrong")
    OTHER = "other", _("another reason")


class Giver(models.TextChoices):
    """Who gives, for the tax office."""

    PERSON = "person", _("somebody who pays income tax in France")
    COMPANY = "company", _("a company that pays tax in France")
