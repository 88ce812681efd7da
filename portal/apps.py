from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """The shell: settings, addresses, servers, design system, every page template."""

    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from django.contrib.sites.requests import RequestSite
        from django.contrib.syndication import views as syndication
        from wagtail.models import PageViewRestriction, Site
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from campaigns.models import (
            Cause,
            Claim,
            Organisation,
            Partnership,
            PartnershipEvent,
            Ruling,
        )
        from home.models import MenuItem, SiteSettings
        from media.edition import new_edition
        from qa.models import CommentSettings

        def on_change(**kwargs: object) -> None:
            new_edition()

        for signal in (page_published, page_unpublished, post_page_move):
            signal.connect(on_change, weak=False, dispatch_uid=f"portal.edition.{id(signal)}")
        shown = (Cause, Claim, Organisation, Partnership, PartnershipEvent, Ruling, CommentSettings)
        for model in (Site, PageViewRestriction, SiteSettings, MenuItem, *shown):
            for signal in (post_save, post_delete):
                signal.connect(on_change, sender=model, weak=False)

        # The comments package needs the sites framework; feeds go on naming the host of the
        # request, since one installation may serve several sites of the CMS.
        syndication.get_current_site = RequestSite  # type: ignore[attr-defined]
