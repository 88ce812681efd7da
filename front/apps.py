from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrontConfig(AppConfig):
    """What the small applications of the front door share: the protocol, the database, cookies."""

    name = "front"
    verbose_name = _("Front door")
