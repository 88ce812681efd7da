"""Live programmes for page templates."""

from django import template
from wagtail.models import Page

from campaigns.models import CampaignPage
from live.domain import list_lives, say_times
from live.domain.common_player import common_player, premiere_player
from live.domain.list_lives import Listed, Lives
from live.domain.plan_rundown import Plan, plan_rundown
from live.domain.premieres import premiere_to_come
from live.domain.show_aftermath import Aftermath, show_aftermath
from live.domain.show_channel import Channel, show_channel
from live.domain.show_donations import Donations, show_donations
from live.domain.show_on_air import OnAir, show_on_air
from live.domain.show_programme import Show, show_programme
from live.domain.show_themes import Discussed, show_themes
from live.models import LiveIndexPage, LiveProgrammePage
from media.edition import kept
from media.timecode import format_timecode

register = template.Library()
register.filter("say_moment", say_times.say_moment)
register.filter("say_hour", say_times.say_hour)
register.filter("say_zone", say_times.say_zone)
register.filter("say_until", say_times.say_until)
register.filter("say_drift", say_times.say_drift)
register.filter("timecode", format_timecode)
register.simple_tag(common_player)
register.simple_tag(premiere_player)
register.simple_tag(premiere_to_come)


@register.simple_tag
def show_of(page: LiveProgrammePage) -> Show:
    """Return where a programme stands now."""
    return show_programme(page)


@register.simple_tag
def on_air_of(show: Show) -> OnAir | None:
    """Return what is on air, while something is."""
    return show_on_air(show.run, show.now) if show.is_live and show.run else None


@register.simple_tag
def donations_of(page: LiveProgrammePage, show: Show) -> Donations | None:
    """Return what was given since it went on air, while it is."""
    run = show.run if show.is_live else None
    return show_donations(page, run.started_at, show.now) if run else None


@register.simple_tag
def discussed_in(page: LiveProgrammePage) -> list[Discussed]:
    """Return the themes of a programme with their top questions."""
    return show_themes(page)


@register.simple_tag
def lives_of(index: LiveIndexPage) -> Lives:
    """Return the live programmes of the list's language."""
    return list_lives.lives_in(index.locale_id)


@register.simple_tag
def channel_of(index: LiveIndexPage, lives: Lives) -> Channel | None:
    """Return what the channel of a list shows, unless one of its `lives` is on air."""
    if lives.first is not None and lives.first.is_on_air:
        return None
    return show_channel(index)


@register.simple_tag
def live_of_the_moment(page: Page) -> Listed | None:
    """Return the live on air, else the next one, in the language of `page`; 15 s ago at most."""
    locale_id = page.locale_id
    return kept(f"live:{locale_id}", lambda: list_lives.lives_in(locale_id).first)


@register.simple_tag
def plan_of(page: LiveProgrammePage) -> Plan | None:
    """Return the rundown of a programme with its hours; None while it has no date."""
    if not page.starts_at:
        return None
    return plan_rundown(page.segments.all(), page.starts_at)


@register.simple_tag
def aftermath_of(page: LiveProgrammePage, show: Show, campaign: CampaignPage | None) -> Aftermath:
    """Return what stays of a programme that is over."""
    return show_aftermath(page, show, campaign.meter if campaign else None)
