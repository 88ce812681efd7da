"""Comments on pages, as threads, and those that wait for their author's e-mail."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_comments_xtd.models import XtdComment

from campaigns.models import Organisation
from qa.enums import PUBLIC_STATES, Action, TextState
from qa.models.keys import new_code, new_key
from qa.models.moderated import Moderated, ModeratedQuerySet

LONGEST_COMMENT = 1_000
LONGEST_NAME = 50
DRAFT_LASTS = timedelta(days=2)
_QUESTIONS_ONLY = {Action.MERGE, Action.UNMERGE, Action.READY, Action.AIR, Action.BACK}


class Comment(XtdComment, Moderated):
    """What somebody says on a page, or in reply to somebody.

    `state` is the truth; what django-comments-xtd keeps beside it (`is_public`, `is_removed`)
    follows. Place and depth in the thread are the package's. The page is the base page, so that
    moving or renaming it changes nothing, and one language's comments stay in that language.
    """

    kind = "comment"
    words_field = "comment"
    name_field = "user_name"
    place_field = "page"
    deeds = frozenset(Action) - _QUESTIONS_ONLY
    shown_with = ("page",)
    by_public = {"is_official": False}
    merged_into = None
    wagtail_reference_index_ignore = True

    # The package has a field "comment", which the name of the way back would hide.
    xtdcomment_ptr = models.OneToOneField(
        XtdComment,
        on_delete=models.CASCADE,
        parent_link=True,
        primary_key=True,
        related_name="curated",
    )
    code = models.CharField(max_length=10, unique=True, default=new_code)
    key = models.CharField(max_length=22, unique=True, default=new_key)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=10, default="fr")
    is_official = models.BooleanField(default=False)
    spoken_for = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ModeratedQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["page", "state"], name="comments_of_a_page"),
        ]

    def __str__(self) -> str:
        return self.comment[:80]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.is_public = self.state in PUBLIC_STATES  # type: ignore[misc]
        self.is_removed = self.state == TextState.REMOVED
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return its public address, which leads to its place on the page."""
        return reverse("comment", args=[self.code])

    def get_private_url(self) -> str:
        """Return its author's own address."""
        return reverse("my_comment", args=[self.key])


class CommentDraft(models.Model):
    """A comment whose author left an e-mail address and has not confirmed it yet.

    Nobody of the team sees it before. `token` is the link in the mail, good once and for a while;
    the comment gets `key`, so that confirming it twice makes one.
    """

    key = models.CharField(max_length=22, unique=True)
    token = models.CharField(max_length=22, unique=True, default=new_key)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey(Comment, null=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(max_length=LONGEST_COMMENT)
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    email = models.EmailField()
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("comment to confirm")
        verbose_name_plural = _("comments to confirm")

    def __str__(self) -> str:
        return f"{self.page_id}: {self.made_at:%Y-%m-%d}"

    def is_good(self, now: datetime) -> bool:
        """Say whether its link still works."""
        return now - self.made_at <= DRAFT_LASTS
