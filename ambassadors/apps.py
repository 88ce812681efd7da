from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AmbassadorsConfig(AppConfig):
    """People who bring people, and the team that keeps in touch with them."""

    name = "ambassadors"
    verbose_name = _("Ambassadors")

    def ready(self) -> None:
        from ambassadors.call_act import JOIN
        from ambassadors.domain.send_link import OCCASION, sample_link, write_link
        from ambassadors.domain.tell_decided import follow_decision
        from ambassadors.inbox_sources import ALIASES
        from ambassadors.menu_acts import MENU_ACTS
        from ambassadors.models import Ambassador
        from audience.letters import register_writer
        from campaigns.call_acts import register_act
        from campaigns.menu_of_acts import register_menu_act
        from qa.decided import tell_of_decisions
        from qa.kinds import register_kind
        from users.inbox import register_source

        register_writer(OCCASION, write_link, sample_link)
        register_act(JOIN)
        for menu_act in MENU_ACTS:
            register_menu_act(menu_act)
        register_kind(Ambassador)
        register_source(ALIASES)
        tell_of_decisions(follow_decision)
