"""Choices an editor makes for a campaign."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PosterColour(models.TextChoices):
    """The palette: each campaign has one loud colour."""

    CARROT = "carrot", _("Carrot")
    SUN = "sun", _("Sun")
    LEEK = "leek", _("Leek")
    TOMATO = "tomato", _("Tomato")
    PLUM = "plum", _("Aubergine")


class OrganisationKind(models.TextChoices):
    """What an organisation is in law, as far as it matters here."""

    ASSOCIATION = "association", _("association")
    COOPERATIVE = "cooperative", _("cooperative")
    FIRM = "firm", _("firm")
    FARM = "farm", _("farm")
    PUBLIC = "public", _("public body")


class Unit(models.TextChoices):
    """What is promised, always in whole numbers of these."""

    GRAM = "g", _("grams")
    MILLILITRE = "ml", _("millilitres")
    ITEM = "item", _("items")
    CENT = "cent", _("euro cents")


class ClauseKind(models.TextChoices):
    """How a pledge grows."""

    BASE = "base", _("given outright")
    PER_ACT = "per_act", _("for each act")
    THRESHOLD = "threshold", _("once so many acts are reached")
    MATCH = "match", _("on top of what the acts give, in percent")


class PledgeState(models.TextChoices):
    """A pledge's way from an offer to a kept or broken word."""

    DRAFT = "draft", _("draft")
    PROPOSED = "proposed", _("proposed")
    COUNTERSIGNED = "countersigned", _("countersigned")
    ACTIVE = "active", _("running")
    CAPPED = "capped", _("ceiling reached")
    EXPIRED = "expired", _("over")
    AMENDED = "amended", _("replaced by a new version")
    LATE = "late", _("late")
    SETTLED = "settled", _("kept")
    BROKEN = "broken", _("broken")


class EntryKind(models.TextChoices):
    """What a line of the ledger records."""

    PROMISED = "promised", _("promised")
    UNLOCKED = "unlocked", _("unlocked")
    DELIVERED = "delivered", _("delivered")
    REVERSED = "reversed", _("reversed")


class Moment(models.TextChoices):
    """When a call to action is made."""

    VIEW = "view", _("once the view counts")
    AT_SECOND = "second", _("at a second of the film")
    END = "end", _("at the end of the film")
    MILESTONE = "milestone", _("when a milestone is reached")


class CallAudience(models.TextChoices):
    """Who is called. Only what happens on the page itself is known of anybody."""

    EVERYBODY = "all", _("everybody")
    GAVE = "gave", _("who has just given")
    NOT_YET = "not_yet", _("who has not given yet")


class NewsEvent(models.TextChoices):
    """What followers of a pledge are told of, each once."""

    ACTIVATED = "activated", _("a promise begins")
    AMENDED = "amended", _("a promise has new terms")
    MILESTONE = "milestone", _("a milestone is reached")
    CAPPED = "capped", _("a ceiling is reached")
    EXPIRED = "expired", _("the count is over")
    DELIVERED = "delivered", _("a delivery is confirmed")
    SETTLED = "settled", _("a promise is kept")
    LATE = "late", _("a delivery is late")
    BROKEN = "broken", _("a promise is broken")


class ClaimState(models.TextChoices):
    """Whether what an organisation says is proved."""

    NO_PROOF = "no_proof", _("no proof yet")
    PROVEN = "proven", _("proven")


class ContestationState(models.TextChoices):
    """A contestation's way to the public, or not."""

    WAITING = "waiting", _("waiting")
    PUBLISHED = "published", _("published")
    REJECTED = "rejected", _("not published")


class RulingKind(models.TextChoices):
    """What a moderator decided."""

    PROVEN = "proven", _("Proof accepted")
    UNPROVEN = "unproven", _("Proof no longer accepted")
    PUBLISHED = "published", _("Published")
    REJECTED = "rejected", _("Not published")
    ANSWERED = "answered", _("Answered")


class TakesComments(models.TextChoices):
    """Whether a page takes comments."""

    AS_SITE = "", _("as the site does")
    OPEN = "open", _("always")
    CLOSED = "closed", _("no")
