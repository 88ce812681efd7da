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
