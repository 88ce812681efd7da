from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsersConfig(AppConfig):
    """The accounts of the team: editors, moderators, administrators."""

    name = "users"
    verbose_name = _("People with a log-in")
