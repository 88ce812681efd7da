"""What collection pages put on the menu of acts, while there is something to collect for."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.menu_of_acts import MenuAct, Span
from fundraising.domain.list_pages import open_pages
from fundraising.models import Fund
from media.edition import kept


def pages_to_give_to() -> str:
    """Return the address of the list of collection pages, "" while none collects."""
    some = kept("some-collect", lambda: open_pages(timezone.localdate()).exists())
    return reverse("fundraisers") if some else ""


def page_to_open() -> str:
    """Return the address at which one opens a page, "" while nothing can be collected for."""
    can_open = kept("can-collect", lambda: Fund.objects.open().exists())
    return reverse("open_fundraiser") if can_open else ""


MENU_ACTS = (
    MenuAct(
        "give_to_a_page",
        Span.MINUTES,
        _("Give to a collection"),
        _("Somebody’s birthday, somebody’s race: all of it goes to the association."),
        pages_to_give_to,
    ),
    MenuAct(
        "open_a_page",
        Span.MINUTES,
        _("Open a collection page"),
        _("You have a birthday every year. Make it feed somebody once."),
        page_to_open,
    ),
)
