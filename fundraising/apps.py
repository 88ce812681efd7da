from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class FundraisingConfig(AppConfig):
    """Supporters' collection pages."""

    name = "fundraising"
    verbose_name = _("Supporters’ pages")

    def ready(self) -> None:
        from audience.letters import register_writer
        from audience.shared import register_shared
        from campaigns.call_acts import register_act
        from campaigns.card_sources import register_cards
        from campaigns.menu_of_acts import register_menu_act
        from campaigns.recounts import register_recounter
        from fundraising.domain import (
            send_link,
            tell_author,
            tell_donor,
            tell_owner,
            tell_receipt,
            warn_of_sums,
        )
        from fundraising.domain.offer_opening import COLLECT
        from fundraising.domain.recount_gifts import recount_gifts
        from fundraising.domain.recount_teams import recount_teams
        from fundraising.domain.shared_pages import (
            COLLECTION,
            find_shared_page,
            page_cards,
            pages_without_codes,
            search_pages,
        )
        from fundraising.domain.shared_teams import (
            TEAM,
            find_shared_team,
            search_teams,
            team_cards,
            teams_without_codes,
        )
        from fundraising.domain.withhold_removed import follow_decision
        from fundraising.gateways.accounts import gateways_of
        from fundraising.gateways.payments import register_gateway
        from fundraising.gateways.trial_provider import TrialProvider
        from fundraising.inbox_sources import CHANGES, NEWS, PAGES, TEAMS
        from fundraising.menu_acts import MENU_ACTS
        from fundraising.models import Fundraiser, News, Team
        from qa.decided import tell_of_decisions
        from qa.kinds import register_kind
        from users.inbox import register_source

        register_gateway(TrialProvider())
        for gateway in gateways_of(settings.PAYMENT_ACCOUNTS):
            register_gateway(gateway)
        register_recounter(recount_gifts)
        register_recounter(recount_teams)
        register_act(COLLECT)
        for menu_act in MENU_ACTS:
            register_menu_act(menu_act)
        register_cards(COLLECTION, page_cards)
        register_shared(COLLECTION, find_shared_page, pages_without_codes, search_pages)
        register_kind(Fundraiser)
        register_cards(TEAM, team_cards)
        register_shared(TEAM, find_shared_team, teams_without_codes, search_teams)
        register_kind(News)
        register_kind(Team)
        register_source(PAGES)
        register_source(CHANGES)
        register_source(NEWS)
        register_source(TEAMS)
        register_writer(send_link.OCCASION, send_link.write_link, send_link.sample_link)
        register_writer(tell_owner.OCCASION, tell_owner.write_to_owner, tell_owner.sample_to_owner)
        register_writer(tell_donor.OCCASION, tell_donor.write_thanks, tell_donor.sample_thanks)
        register_writer(
            tell_receipt.OCCASION, tell_receipt.write_receipt, tell_receipt.sample_receipt
        )
        register_writer(
            warn_of_sums.OCCASION, warn_of_sums.write_warning, warn_of_sums.sample_warning
        )
        register_writer(
            tell_author.OCCASION, tell_author.write_to_author, tell_author.sample_to_author
        )
        tell_of_decisions(tell_author.tell_of_decision)
        tell_of_decisions(tell_owner.tell_of_decision)
        tell_of_decisions(follow_decision)
