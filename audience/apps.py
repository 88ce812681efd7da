from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AudienceConfig(AppConfig):
    """What people do: plays, views, clicks; counted once, and answered when it is on disk."""

    name = "audience"
    verbose_name = _("Audience")
