from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front page, plain pages, search, menus and the site's own settings."""

    name = "home"
    verbose_name = _("Front page and plain pages")
