"""What the team sets once for the whole site: its words, its menus, where one gives."""

from django.db import models
from django.utils.translation import get_language
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
    tagline_en = models.CharField(_("the same in English"), max_length=120, blank=True)
    about = models.TextField(
        _("about us"), max_length=400, blank=True, help_text=_("Two sentences for the footer.")
    )
    about_en = models.TextField(_("the same in English"), max_length=400, blank=True)
    give_url = models.URLField(
        _("where to give"),
        blank=True,
        help_text=_("Your association's donation page. Left empty, there is no “Give” button."),
    )
    contact_email = models.EmailField(_("contact address"), blank=True)

    panels = [
        FieldPanel("tagline"),
        FieldPanel("tagline_en"),
        FieldPanel("about"),
        FieldPanel("about_en"),
        FieldPanel("give_url"),
        FieldPanel("contact_email"),
        InlinePanel("menu_items", heading=_("Menus"), label=_("menu entry")),
    ]

    class Meta:
        verbose_name = _("words and menus")
        verbose_name_plural = _("words and menus")

    @property
    def tagline_here(self) -> str:
        """The tagline in the language of this request."""
        return self.tagline_en if get_language() == "en" and self.tagline_en else self.tagline

    @property
    def about_here(self) -> str:
        """What stands in the footer, in the language of this request."""
        return self.about_en if get_language() == "en" and self.about_en else self.about


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
