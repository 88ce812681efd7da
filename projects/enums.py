"""Choices about projects that look for a godparent."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Field(models.TextChoices):
    """What a project is about."""

    HEALTH = "health", _("health")
    SOCIAL = "social", _("helping each other")
    CULTURE = "culture", _("culture")
    FOOD = "food", _("food")
    NATURE = "nature", _("nature and climate")
    SCHOOL = "school", _("school and learning")
    WORK = "work", _("work for everybody")
    HOUSING = "housing", _("housing and repairs")


class Standing(models.TextChoices):
    """Whether a published project has its godparent. It follows from the pledge, at each look."""

    LOOKING = "looking", _("looking for a godparent")
    ADOPTED = "adopted", _("adopted")
    DONE = "done", _("carried out")


class StepKind(models.TextChoices):
    """What became of a project, each told once to those who follow it."""

    PUBLISHED = "published", _("online")
    ADOPTED = "adopted", _("adopted by a signed pledge")
    LOOKING = "looking", _("looking for a godparent again")
    DONE = "done", _("carried out")
