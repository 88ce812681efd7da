"""What the team sets once for the whole site: its words, its menus, where one gives."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Page


class MenuPlace(models.TextChoices):
    MASTHEAD = "masthead", _("Masthead")
    FOOTER = "footer", _("Footer")


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting, ClusterableModel):
    """One row per site."""

    tagline = models.CharField(_("tagline"), max_length=120, blank=True)
    about = models.TextField(
        _("about us"), max_length=400, blank=True, help_text=_("Two sentences for the footer.")
    )
    give_url = models.URLField(
        _("where to give"),
        blank=True,
        help_text=_("Your association's donation page. Left empty, there is no “Give” button."),
    )
    contact_email = models.EmailField(_("contact address"), blank=True)

    panels = [
        FieldPanel("tagline"),
        FieldPanel("about"),
        FieldPanel("give_url"),
        FieldPanel("contact_email"),
        InlinePanel("menu_items", heading=_("Menus"), label=_("menu entry")),
    ]

    class Meta:
        verbose_name = _("words and menus")
        verbose_name_plural = _("words and menus")


class MenuItem(Orderable):
    """A page in a menu. In another language, its translation is shown; without one, nothing."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="menu_items")
    place = models.CharField(
        _("place"), max_length=10, choices=MenuPlace, default=MenuPlace.MASTHEAD
    )
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    label = models.CharField(
        _("label"), max_length=30, blank=True, help_text=_("Left empty: the title of the page.")
    )

    panels = [FieldPanel("place"), FieldPanel("page"), FieldPanel("label")]
