"""Make a host of the widget: somebody names their site and gets a key that credits it."""

from http import HTTPStatus

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audience.domain.people import network_of
from campaigns.models import EmbedHost
from media.refusals import Refused

MOST_PER_NETWORK = 5
WINDOW_S = 3600


class TooManyHosts(Refused):
    """Very many hosts were made from one network."""

    code = "EMB-001"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Many codes were made from your network just now, so this one was not. Nothing you typed "
        "is lost: press again in an hour. The code without a name works meanwhile."
    )


def make_host(host: EmbedHost, network_address: str) -> EmbedHost:
    """Keep `host`, whose fields are checked, for somebody at `network_address`; return it.

    Raises TooManyHosts. The limit is a speed limit: each process of the site keeps its own when
    the cache is in its memory, and the address itself is kept nowhere.
    """
    _spend(network_of(network_address, "hosts", timezone.localdate()))
    host.save()
    return host


def _spend(network: str) -> None:
    name = f"hosts-made:{network}"
    if cache.add(name, 1, WINDOW_S):
        return
    try:
        made = cache.incr(name)
    except ValueError:  # It ran out between the two calls.
        return
    if made > MOST_PER_NETWORK:
        raise TooManyHosts
