"""Make a host of the widget: somebody names their site and gets a key that credits it."""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from audience.domain.network_budget import spend
from campaigns.models import EmbedHost
from media.refusals import Refused

MOST_PER_NETWORK = 5


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
    if not spend("hosts", network_address, MOST_PER_NETWORK):
        raise TooManyHosts
    host.save()
    return host
