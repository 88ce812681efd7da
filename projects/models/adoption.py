"""Which pledge a project is adopted by, and the steps that its followers were told of."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.models import Pledge
from projects.enums import StepKind
from projects.models.project import Project


class Adoption(models.Model):
    """That a pledge is for a project: one pledge a project, one project a pledge.

    It says nothing of signatures. Whether the project is adopted follows from the pledge, whose
    state is its own affair; only a draft of one can be deleted, and takes the link along.
    """

    project = models.OneToOneField(
        Project, on_delete=models.CASCADE, related_name="adoption", verbose_name=_("project")
    )
    pledge = models.OneToOneField(
        Pledge, on_delete=models.CASCADE, related_name="adoption", verbose_name=_("pledge")
    )
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    linked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")

    def __str__(self) -> str:
        return f"{self.project} – {self.pledge}"


class Step(models.Model):
    """One thing that became of a project: written with the change, never changed itself.

    `sponsor` is who adopted it then.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(_("step"), max_length=9, choices=StepKind)
    sponsor = models.CharField(_("sponsor"), max_length=120, blank=True)
    happened_at = models.DateTimeField(_("happened"), default=timezone.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-happened_at", "-pk"]
        verbose_name = _("step of a project")
        verbose_name_plural = _("steps of projects")

    def __str__(self) -> str:
        return f"{self.project}: {self.get_kind_display()}"
