from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front page, plain pages, search, menus and the site's own settings."""

    name = "home"
    verbose_name = _("Front page and plain pages")

    def ready(self) -> None:
        from home.domain.menu import forget_menus
        from home.models import SiteSettings

        def on_save(instance: SiteSettings, **kwargs: object) -> None:
            forget_menus(instance.site)

        post_save.connect(on_save, sender=SiteSettings, weak=False, dispatch_uid="home.menus")
