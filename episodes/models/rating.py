"""What people think of films: numbers from 1 to 5, one for each person and film."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LOWEST, HIGHEST = 1, 5


class Rating(models.Model):
    """What one person thinks of a film.

    `film` is the translation key of its episode: whoever watched it in English rates the same film.
    `person` is the hash under which they act (`audience.domain.people`), never who they are.
    """

    film = models.UUIDField()
    person = models.CharField(max_length=22)
    value = models.PositiveSmallIntegerField(_("rating"))
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["film", "person"], name="one_rating_a_person"),
            models.CheckConstraint(
                condition=models.Q(value__gte=LOWEST, value__lte=HIGHEST),
                name="rating_of_one_to_five",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.film}: {self.value}"
