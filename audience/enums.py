"""What an act can be, how it can end, and why."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActKind(models.TextChoices):
    """What somebody did."""

    CLICK = "click", _("click")
    VIEW = "view", _("view")
    LIKE = "like", _("like")
    OFFSITE = "offsite", _("act elsewhere")


class Verdict(models.TextChoices):
    """How an act ends: counted + refused + to verify = received."""

    COUNTED = "counted", _("counted")
    REFUSED = "refused", _("refused")
    TO_VERIFY = "to_verify", _("to verify")


class Reason(models.TextChoices):
    """Why an act was not counted at once. The codes are public: they stand in the export."""

    NONE = "", _("nothing against it")
    ALREADY_COUNTED = "already_counted", _("this person was already counted today")
    TOKEN_USED = "token_used", _("somebody else has used this button's token")
    TOKEN_EXPIRED = "token_expired", _("the page stood open for too long")
    TOKEN_FORGED = "token_forged", _("the token is not ours")
    TOO_FAST = "too_fast", _("the button had been shown for less than a second")
    NOT_A_POST = "not_a_post", _("a link was followed; no button was pressed")
    PREFETCH = "prefetch", _("a browser loaded the page in advance")
    BOT = "bot", _("a robot or a link preview")
    TEAM = "team", _("a member of the team")
    NOT_OPEN_YET = "not_open_yet", _("the count had not begun")
    CLOSED = "closed", _("the count was over")
    BUSY_NETWORK = "busy_network", _("very many acts from one network in a few minutes")
    BY_HAND = "by_hand", _("decided by the team")
    REVOKED = "revoked", _("a declaration that counted and was revoked")


class ShareChannel(models.TextChoices):
    """By which way a page is told of. Networks are called what people call them."""

    WHATSAPP = "whatsapp", "WhatsApp"
    MASTODON = "mastodon", "Mastodon"
    BLUESKY = "bluesky", "Bluesky"
    LINKEDIN = "linkedin", "LinkedIn"
    FACEBOOK = "facebook", "Facebook"
    X = "x", "X"
    TELEGRAM = "telegram", "Telegram"
    SMS = "sms", _("Text message")
    EMAIL = "email", _("E-mail")
    SHEET = "sheet", _("Share sheet of the device")
    COPY = "copy", _("Copied address")
    QR = "qr", _("QR code")
    OWN = "own", _("Personal link")


class Origin(models.TextChoices):
    """How somebody came who acted."""

    CHANNEL = "channel", _("share link")
    OWN = "own", _("personal link")
    WIDGET = "widget", _("widget")
    SITE = "site", _("another site")
    DIRECT = "direct", _("directly, or not known")


class NotCredited(models.TextChoices):
    """Why a counted act that came by a personal link is not credited to it."""

    NONE = "", _("nothing against it")
    SELF = "self", _("who made the link came by it")
    NETWORK = "network", _("many came from one network on this day")


class SubscriptionState(models.TextChoices):
    """Double opt-in: asked for, confirmed from the inbox, ended."""

    WAITING = "waiting", _("to be confirmed")
    CONFIRMED = "confirmed", _("confirmed")
    ENDED = "ended", _("ended")


class MailState(models.TextChoices):
    """A mail's way out. What may have left is never sent again."""

    WAITING = "waiting", _("waiting")
    SENDING = "sending", _("being handed over")
    SENT = "sent", _("sent")
    FAILED = "failed", _("given up")
    DOUBTFUL = "doubtful", _("may have been sent")
