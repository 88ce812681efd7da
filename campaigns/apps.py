from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """Campaigns, the organisations behind them, and the blocks every page is written with."""

    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from audience.domain.snapshot import register_part
        from audience.letters import register_writer
        from audience.listeners import register_describer, register_listener, register_taker
        from audience.places import register_namer
        from audience.shared import register_shared
        from campaigns.call_acts import register_act
        from campaigns.card_sources import register_cards
        from campaigns.domain.cards.campaign_cards import campaign_cards
        from campaigns.domain.followed import FOLLOWED, register_followed
        from campaigns.domain.gifts import describe_gifts
        from campaigns.domain.give import give, takes
        from campaigns.domain.menu_acts import MENU_ACTS
        from campaigns.domain.oembed import find_campaign
        from campaigns.domain.offer_acts import ACTS
        from campaigns.domain.reports.place_names import lines_of_places
        from campaigns.domain.shared_campaigns import (
            CAMPAIGN,
            campaigns_without_codes,
            code_campaign,
            find_shared_campaign,
            search_campaigns,
        )
        from campaigns.domain.show_promise import snapshot_part
        from campaigns.domain.tell_filer import OCCASION as CONTESTATION
        from campaigns.domain.tell_filer import sample_to_filer, write_to_filer
        from campaigns.domain.tell_followers import OCCASION
        from campaigns.domain.write_news import sample_news, write_news
        from campaigns.embeds import register_finder
        from campaigns.inbox_sources import SOURCES
        from campaigns.menu_of_acts import register_menu_act
        from campaigns.models import CampaignPage
        from users.inbox import register_source

        register_listener(give)
        register_taker(takes)
        register_describer(describe_gifts)
        register_namer(lines_of_places)
        register_part(snapshot_part)
        register_finder(find_campaign)
        register_shared(CAMPAIGN, find_shared_campaign, campaigns_without_codes, search_campaigns)
        register_cards(CAMPAIGN, campaign_cards)
        page_published.connect(code_campaign, sender=CampaignPage)
        for act in ACTS:
            register_act(act)
        for menu_act in MENU_ACTS:
            register_menu_act(menu_act)
        register_writer(OCCASION, write_news, sample_news, is_subscribed=True)
        register_writer(CONTESTATION, write_to_filer, sample_to_filer)
        for source in SOURCES:
            register_source(source)
        for followed in FOLLOWED:
            register_followed(followed)
