from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QaConfig(AppConfig):
    """The themes people debate, each with its question."""

    name = "qa"
    verbose_name = _("Questions")
