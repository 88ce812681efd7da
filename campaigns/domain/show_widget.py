"""What the widget of a campaign shows on the sites of others."""

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Locale

from audience.domain.tokens import new_token
from audience.enums import ActKind
from audience.models import Meter
from campaigns.domain.show_promise import Promise, promises_of
from campaigns.domain.show_receipt import campaign_of
from campaigns.models import CampaignPage, EmbedHost


@dataclass(frozen=True, slots=True)
class Widget:
    """A public campaign with the promise in force; `host_key` is empty where nobody is credited."""

    meter: Meter
    campaign: CampaignPage
    promise: Promise | None
    host_key: str

    @property
    def takes_acts(self) -> bool:
        """Whether there is something to press a button for."""
        return self.promise is not None and self.promise.takes_acts

    def token(self) -> str:
        """Return a fresh one-use token for the button of one frame."""
        return new_token(self.meter.key, ActKind.CLICK.value, self.host_key).text()


def widget_of(meter_key: str, host_key: str = "") -> Widget | None:
    """Return the widget of a campaign in this request's language; None unless all may read it.

    A key that is unknown or closed credits nobody: its clicks count all the same.
    """
    meter = Meter.objects.filter(key=meter_key).first()
    campaign = campaign_of(meter.pk, Locale.get_active().pk) if meter else None
    if meter is None or campaign is None:
        return None
    current = next((promise for promise in promises_of(meter) if promise.is_current), None)
    return Widget(meter, campaign, current, _known(host_key))


def widget_language(asked: str) -> str:
    """Return the language to speak in where `asked` stands in the address: frames have no path."""
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _known(host_key: str) -> str:
    is_open = bool(host_key) and EmbedHost.objects.filter(key=host_key, is_open=True).exists()
    return host_key if is_open else ""
