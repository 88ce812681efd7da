"""What episodes put on the menu of acts: a film, and all of a programme."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from campaigns.menu_of_acts import MenuAct, Span
from episodes.models import EpisodePage, ProgrammePage
from media.edition import kept
from media.readable import readable


def newest_film() -> str:
    """Return the address of the newest episode with a film, in the reader's language, or ""."""
    return kept(f"newest-film:{get_language()}", _film)


def newest_programme() -> str:
    """Return the address of the newest programme, or ""."""
    return kept(f"newest-programme:{get_language()}", _programme)


def _film() -> str:
    pages = readable(EpisodePage.objects.filter(locale=Locale.get_active(), video__isnull=False))
    page = pages.order_by("-first_published_at", "-pk").first()
    return (page.url or "") if page else ""


def _programme() -> str:
    pages = readable(ProgrammePage.objects.filter(locale=Locale.get_active()))
    page = pages.order_by("-first_published_at", "-pk").first()
    return (page.url or "") if page else ""


MENU_ACTS = (
    MenuAct(
        "watch",
        Span.HALF_MINUTE,
        _("Watch the beginning of a film"),
        _("After thirty seconds the view counts. Most people stay for the rest."),
        newest_film,
    ),
    MenuAct(
        "programme",
        Span.HOUR,
        _("Watch a whole programme with somebody"),
        _("Each view counts, and two people laugh louder than one."),
        newest_programme,
    ),
)
