"""A project: somebody needs something for somebody, and looks for a godparent who gives it."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from audience.models import Meter
from campaigns.enums import Unit
from projects.enums import Field, Standing
from qa.enums import PLAIN_DEEDS, TextState
from qa.models import ModeratedQuerySet, Proposable, PublicWords
from qa.models.keys import new_code, new_key

LONGEST_TITLE = 80
LONGEST_NEED = 160
LONGEST_STORY = 2000
LONGEST_SLUG = 90


class Project(index.Indexed, Proposable):
    """A project, from the form of its proposer to its godparent.

    It is a draft until the proposer has proved the mailbox. `key` is that of the form it came by,
    so a form that is sent twice proposes one. What the proposer changes once it is published waits
    in `proposed` until the team agrees. `meter` counts its likes, and is made when it is published.
    `told_standing` is what its followers were told last.
    """

    kind = "project"
    words_field = "need"
    name_field = "name"
    place_field = "title"
    deeds = PLAIN_DEEDS
    by_public: ClassVar[dict[str, Any]] = {"sent_at__isnull": False}
    merged_into = None
    wagtail_reference_index_ignore = True
    search_fields: ClassVar[list[index.BaseField]] = [
        PublicWords("title"),
        PublicWords("need"),
        PublicWords("story"),
        PublicWords("for_whom"),
        PublicWords("town"),
        PublicWords("goods"),
        PublicWords("byline"),
    ]

    code = models.CharField(max_length=10, unique=True, default=new_code)
    key = models.CharField(max_length=22, unique=True, default=new_key)
    slug = models.SlugField(_("address"), max_length=LONGEST_SLUG, unique=True)
    email = models.EmailField(_("e-mail address"), blank=True, db_index=True)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    sessions_version = models.PositiveIntegerField(default=0)
    title = models.CharField(_("name of the project"), max_length=LONGEST_TITLE)
    field = models.CharField(_("field"), max_length=8, choices=Field)
    town = models.CharField(_("town"), max_length=80)
    for_whom = models.CharField(_("for whom"), max_length=160)
    need = models.CharField(_("need"), max_length=LONGEST_NEED)
    quantity = models.PositiveBigIntegerField(_("quantity"), null=True)
    unit = models.CharField(_("unit"), max_length=4, choices=Unit, default=Unit.ITEM)
    goods = models.CharField(_("of what"), max_length=60, blank=True)
    story = models.TextField(_("the project"), max_length=LONGEST_STORY)
    name = models.CharField(_("name"), max_length=80)
    organisation = models.CharField(_("organisation"), max_length=80, blank=True)
    picture = models.CharField(_("picture"), max_length=120, blank=True)
    meter = models.OneToOneField(
        Meter, null=True, on_delete=models.PROTECT, related_name="project", verbose_name=_("likes")
    )
    sent_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(_("published"), null=True)
    done_at = models.DateTimeField(null=True)
    told_standing = models.CharField(
        max_length=8, choices=Standing, default=Standing.LOOKING, editable=False
    )

    objects = ModeratedQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "-published_at"], name="projects_shown"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return its public address."""
        return reverse("project", args=[self.slug])

    def get_private_url(self) -> str:
        """Return its proposer's address of it; without having entered, nobody sees anything."""
        return reverse("own_project", args=[self.code])

    @property
    def is_draft(self) -> bool:
        """Whether nobody has proved the mailbox yet."""
        return self.state == TextState.DRAFT

    @property
    def byline(self) -> str:
        """Who proposes it."""
        return f"{self.name}, {self.organisation}" if self.organisation else self.name

    @property
    def stage(self) -> Any:
        """Where it stands, in words for its proposer and the team."""
        if self.state == TextState.PENDING:
            return _("in review") if self.assigned_to_id else _("proposed, nobody reads it yet")
        return _STAGES.get(TextState(self.state)) or self.get_state_display()

    def told(self) -> dict[str, Any]:
        """Add what a visitor of the page reads besides, and its pledge."""
        adoption = getattr(self, "adoption", None) if self.pk else None
        return super().told() | {
            "title": self.title,
            "name": self.name,
            "organisation": self.organisation,
            "town": self.town,
            "for_whom": self.for_whom,
            "story": self.story,
            "pledge": adoption.pledge_id if adoption else None,
        }


_STAGES = {
    TextState.DRAFT: _("waiting for the link in the mail"),
    TextState.APPROVED: _("online"),
    TextState.REJECTED: _("refused"),
    TextState.WITHDRAWN: _("withdrawn by its proposer"),
}
