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
