"""What the team decides once about comments."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from qa.enums import Moderation


@register_setting(icon="comment")
class CommentSettings(BaseGenericSetting):
    """Whether, how and for how long pages take comments. One row at most."""

    takes_comments = models.BooleanField(_("pages take comments"), default=True)
    moderation = models.CharField(
        _("your team reads comments"),
        max_length=6,
        choices=Moderation,
        default=Moderation.BEFORE,
        help_text=_(
            "Before: nothing is shown unread, and you answer in law for what you let through, like "
            "an editor. After: comments are shown at once, and you answer for what you leave there "
            "once somebody told you of it."
        ),
    )
    closes_after_days = models.PositiveSmallIntegerField(
        _("closed after (days)"),
        null=True,
        blank=True,
        default=180,
        help_text=_("Counted from the day the page came out. Left empty: never."),
    )

    panels = [
        FieldPanel("takes_comments"),
        FieldPanel("moderation"),
        FieldPanel("closes_after_days"),
    ]

    class Meta:
        verbose_name = _("comments")
        verbose_name_plural = _("comments")
