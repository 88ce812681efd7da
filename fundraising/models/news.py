"""News on a collection page: what its owner tells while it collects, and after."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from fundraising.models.fundraiser import Fundraiser
from fundraising.models.supporter import Supporter
from qa.enums import PUBLIC_STATES
from qa.models import ModeratedQuerySet, ToldNews


class NewsQuerySet(ModeratedQuerySet):
    """News by who reads them."""

    def public(self) -> "NewsQuerySet":
        """Keep what everybody may read: no news of a page that is not shown."""
        return self.filter(state__in=PUBLIC_STATES, fundraiser__state__in=PUBLIC_STATES)


class News(ToldNews):
    """News that the owner of a collection page tells."""

    kind = "page_news"
    place_field = "fundraiser"
    shown_with = ("fundraiser",)

    fundraiser = models.ForeignKey(
        Fundraiser, on_delete=models.CASCADE, related_name="news", verbose_name=_("collection page")
    )

    objects = NewsQuerySet.as_manager()

    class Meta(ToldNews.Meta):
        verbose_name = _("news of a collection page")
        verbose_name_plural = _("news of collection pages")

    def get_absolute_url(self) -> str:
        """Return where it stands on its page."""
        return f"{self.fundraiser.get_absolute_url()}#{self.code}"

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it: nothing of a page that is not shown."""
        return super().is_public and self.fundraiser.is_public

    @property
    def name(self) -> str:
        """Who wrote it."""
        return self.fundraiser.name

    @property
    def owner(self) -> Supporter:
        """Who is told what is decided about it."""
        return self.fundraiser.owner

    @property
    def language(self) -> str:
        """In which language they are told."""
        return self.fundraiser.language

    def get_private_url(self) -> str:
        """Return where its owner sees it."""
        return f"{self.fundraiser.get_private_url()}nouvelles/"
