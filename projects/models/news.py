"""News of a project: what its proposer tells while it looks, and after."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from projects.models.project import Project
from qa.enums import PLAIN_DEEDS, PUBLIC_STATES
from qa.models import Moderated, ModeratedQuerySet
from qa.models.keys import new_code, new_key

LONGEST_NEWS = 500
LONGEST_ALT = 150


class ProjectNewsQuerySet(ModeratedQuerySet):
    """News by who reads them."""

    def public(self) -> "ProjectNewsQuerySet":
        """Keep what everybody may read: no news of a project that is not shown."""
        return self.filter(state__in=PUBLIC_STATES, project__state__in=PUBLIC_STATES)


class ProjectNews(Moderated):
    """A few words, perhaps a picture, under the day on which they were sent.

    `key` is that of their form: sent twice, they are one. `picture_alt`: what the picture shows.
    """

    kind = "project_news"
    words_field = "text"
    name_field = "name"
    place_field = "project"
    shown_with = ("project",)
    deeds = PLAIN_DEEDS
    merged_into = None
    wagtail_reference_index_ignore = True

    code = models.CharField(max_length=10, unique=True, default=new_code)
    key = models.CharField(max_length=22, unique=True, default=new_key)
    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="news", verbose_name=_("project")
    )
    text = models.CharField(_("news"), max_length=LONGEST_NEWS)
    picture = models.CharField(max_length=120, blank=True)
    picture_alt = models.CharField(_("what the picture shows"), max_length=LONGEST_ALT, blank=True)
    # When followers are told: once, whatever is decided about the news afterwards.
    told_at = models.DateTimeField(null=True)

    objects = ProjectNewsQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-received_at", "-pk"]
        verbose_name = _("news of a project")
        verbose_name_plural = _("news of projects")

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Return where it stands on its page."""
        return f"{self.project.get_absolute_url()}#{self.code}"

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it: nothing of a project that is not shown."""
        return super().is_public and self.project.is_public

    @property
    def name(self) -> str:
        """Who wrote it."""
        return self.project.name

    @property
    def language(self) -> str:
        """In which language they are told."""
        return self.project.language

    @property
    def says_of_picture(self) -> str:
        """What stands for the picture where nobody sees it."""
        return self.picture_alt or gettext("Picture chosen by %(name)s") % {"name": self.name}

    def told(self) -> dict[str, Any]:
        """Add what stands for the picture."""
        return super().told() | {"picture_alt": self.picture_alt}

    def get_private_url(self) -> str:
        """Return where its author sees it."""
        return f"{self.project.get_private_url()}nouvelles/"
