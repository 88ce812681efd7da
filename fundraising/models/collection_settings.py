"""What the team decides once about collection pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from qa.enums import Moderation


@register_setting(icon="group")
class CollectionSettings(BaseGenericSetting):
    """When the team reads collection pages. One row at most."""

    moderation = models.CharField(
        _("your team reads collection pages"),
        max_length=6,
        choices=Moderation,
        default=Moderation.BEFORE,
        help_text=_(
            "Before: a page is shown once somebody of the team approved it. After: it is shown as "
            "soon as its owner sends it, unless a stop list holds it."
        ),
    )

    panels = [FieldPanel("moderation")]

    class Meta:
        verbose_name = _("collection pages")
        verbose_name_plural = _("collection pages")
