"""News of a project: what its proposer tells while it looks, and after."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.project import Project
from qa.enums import PUBLIC_STATES
from qa.models import ModeratedQuerySet, ToldNews


class ProjectNewsQuerySet(ModeratedQuerySet):
    """News by who reads them."""

    def public(self) -> "ProjectNewsQuerySet":
        """Keep what everybody may read: no news of a project that is not shown."""
        return self.filter(state__in=PUBLIC_STATES, project__state__in=PUBLIC_STATES)


class ProjectNews(ToldNews):
    """News that the proposer of a project tells."""

    kind = "project_news"
    place_field = "project"
    shown_with = ("project",)

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="news", verbose_name=_("project")
    )
    # When followers are told: once, whatever is decided about the news afterwards.
    told_at = models.DateTimeField(null=True)

    objects = ProjectNewsQuerySet.as_manager()

    class Meta(ToldNews.Meta):
        verbose_name = _("news of a project")
        verbose_name_plural = _("news of projects")

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

    def get_private_url(self) -> str:
        """Return where its author sees it."""
        return f"{self.project.get_private_url()}nouvelles/"
