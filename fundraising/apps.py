from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class FundraisingConfig(AppConfig):
    """Supporters' collection pages, and the gifts to them."""

    name = "fundraising"
    verbose_name = _("Supporters’ pages")

    def ready(self) -> None:
        """Tell the lower rooms what collecting brings to them."""
        _tell_audience()
        _tell_campaigns()
        _tell_questions()
        _tell_team()
        _open_gateways()


def _tell_audience() -> None:
    """What is written to owners, donors and the team, and what is passed on."""
    from audience.letters import register_writer
    from audience.shared import register_shared
    from fundraising.domain import (
        send_link,
        shared_pages,
        shared_teams,
        tell_author,
        tell_donor,
        tell_monthly,
        tell_owner,
        tell_receipt,
        warn_of_sums,
    )

    for occasion, write, sample in (
        (send_link.OCCASION, send_link.write_link, send_link.sample_link),
        (tell_owner.OCCASION, tell_owner.write_to_owner, tell_owner.sample_to_owner),
        (tell_author.OCCASION, tell_author.write_to_author, tell_author.sample_to_author),
        (tell_donor.OCCASION, tell_donor.write_thanks, tell_donor.sample_thanks),
        (tell_receipt.OCCASION, tell_receipt.write_receipt, tell_receipt.sample_receipt),
        (tell_monthly.STARTED, tell_monthly.write_monthly, tell_monthly.sample_begun),
        (tell_monthly.FAILED, tell_monthly.write_monthly, tell_monthly.sample_failed),
        (tell_monthly.ENDED, tell_monthly.write_monthly, tell_monthly.sample_ended),
        (warn_of_sums.OCCASION, warn_of_sums.write_warning, warn_of_sums.sample_warning),
    ):
        register_writer(occasion, write, sample)
    register_shared(
        shared_pages.COLLECTION,
        shared_pages.find_shared_page,
        shared_pages.pages_without_codes,
        shared_pages.search_pages,
    )
    register_shared(
        shared_teams.TEAM,
        shared_teams.find_shared_team,
        shared_teams.teams_without_codes,
        shared_teams.search_teams,
    )


def _tell_campaigns() -> None:
    """Collecting as a call to action and on the menu, its cards, and what a recount proves."""
    from campaigns.call_acts import register_act
    from campaigns.card_sources import register_cards
    from campaigns.menu_of_acts import register_menu_act
    from campaigns.recounts import register_recounter
    from fundraising.domain import shared_pages, shared_teams
    from fundraising.domain.offer_opening import COLLECT
    from fundraising.domain.recount_gifts import recount_gifts
    from fundraising.domain.recount_teams import recount_teams
    from fundraising.menu_acts import MENU_ACTS

    register_act(COLLECT)
    for menu_act in MENU_ACTS:
        register_menu_act(menu_act)
    register_cards(shared_pages.COLLECTION, shared_pages.page_cards)
    register_cards(shared_teams.TEAM, shared_teams.team_cards)
    register_recounter(recount_gifts)
    register_recounter(recount_teams)


def _tell_questions() -> None:
    """Which texts are moderated, and who follows what is decided about them."""
    from fundraising.domain import tell_author, tell_owner
    from fundraising.domain.withhold_removed import follow_decision
    from fundraising.models import Fundraiser, News, Team
    from qa.decided import tell_of_decisions
    from qa.kinds import register_kind

    for kind in (Fundraiser, News, Team):
        register_kind(kind)
    for follow in (tell_author.tell_of_decision, tell_owner.tell_of_decision, follow_decision):
        tell_of_decisions(follow)


def _tell_team() -> None:
    """What waits in the inbox."""
    from fundraising.inbox_sources import CHANGES, NEWS, PAGES, TEAMS
    from users.inbox import register_source

    for source in (PAGES, CHANGES, NEWS, TEAMS):
        register_source(source)


def _open_gateways() -> None:
    """Where gifts are paid: the built-in provider, and the accounts of the host's file."""
    from fundraising.gateways.accounts import gateways_of
    from fundraising.gateways.payments import register_gateway
    from fundraising.gateways.trial_provider import TrialProvider

    for gateway in (TrialProvider(), *gateways_of(settings.PAYMENT_ACCOUNTS)):
        register_gateway(gateway)
