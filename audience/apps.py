from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AudienceConfig(AppConfig):
    """What people do: plays, views, clicks; counted once, and answered when it is on disk."""

    name = "audience"
    verbose_name = _("Audience")

    def ready(self) -> None:
        from audience.domain.ask_to_follow import OCCASION
        from audience.domain.write_confirmation import sample_confirmation, write_confirmation
        from audience.inbox_sources import ACTS
        from audience.letters import register_writer
        from users.inbox import register_source

        register_writer(OCCASION, write_confirmation, sample_confirmation, is_subscribed=True)
        register_source(ACTS)
