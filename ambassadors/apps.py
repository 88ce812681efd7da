from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AmbassadorsConfig(AppConfig):
    """People who bring people, and the team that keeps in touch with them."""

    name = "ambassadors"
    verbose_name = _("Ambassadors")

    def ready(self) -> None:
        from ambassadors.call_act import JOIN
        from ambassadors.domain import tell_decided
        from ambassadors.domain.send_link import OCCASION, sample_link, write_link
        from ambassadors.holders import ROOM, name_holders, search_holders
        from ambassadors.inbox_sources import ALIASES
        from ambassadors.menu_acts import MENU_ACTS
        from ambassadors.models import Ambassador
        from audience.holders import register_holders
        from audience.letters import register_writer
        from campaigns.call_acts import register_act
        from campaigns.menu_of_acts import register_menu_act
        from qa.decided import tell_of_decisions
        from qa.kinds import register_kind
        from users.inbox import register_source

        register_writer(OCCASION, write_link, sample_link)
        register_writer(
            tell_decided.OCCASION, tell_decided.write_decided, tell_decided.sample_decided
        )
        register_holders(ROOM, name_holders, search_holders)
        register_act(JOIN)
        for menu_act in MENU_ACTS:
            register_menu_act(menu_act)
        register_kind(Ambassador)
        register_source(ALIASES)
        tell_of_decisions(tell_decided.follow_decision)
