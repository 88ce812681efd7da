from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsersConfig(AppConfig):
    """The team: its accounts, and the inbox of what waits for it."""

    name = "users"
    verbose_name = _("People with a log-in")
