"""What debates put on the menu of acts: a vote, and a question of one's own."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from campaigns.menu_of_acts import Here, MenuAct, Span
from media.edition import kept
from qa.domain.voters import COOKIE, voter_of
from qa.models import Theme, Vote

THEME = "theme"


def debates() -> str:
    """Return the address of all debates, or "" while there is none in the reader's language."""
    name = f"has-debates:{get_language()}"
    has_any = kept(name, lambda: Theme.objects.filter(locale=Locale.get_active()).exists())
    return reverse("themes") if has_any else ""


def _questions_here(here: Here) -> str:
    theme = here.subjects.get(THEME, "")
    return reverse("questions", args=[theme]) if theme else ""


def _ask_here(here: Here) -> str:
    theme = here.subjects.get(THEME, "")
    return reverse("ask", args=[theme]) if theme else ""


def _has_voted(here: Here, cookies: Mapping[str, str]) -> bool:
    """Say whether they vote for a question of the theme that the page is about."""
    voter = voter_of(cookies.get(COOKIE, ""))
    if voter is None:
        return False
    theme = here.subjects.get(THEME, "")
    votes = Vote.objects.filter(question__theme__slug=theme, voter=voter.name, value=1)
    return votes.exists()


MENU_ACTS = (
    MenuAct(
        "vote",
        Span.HALF_MINUTE,
        _("Vote for a question"),
        _("The most wanted ones are answered, by somebody with a name."),
        debates,
        _questions_here,
        _has_voted,
    ),
    MenuAct(
        "ask",
        Span.MINUTES,
        _("Ask a question"),
        _("One sentence. The sillier it sounds, the more people wanted to ask it."),
        debates,
        _ask_here,
    ),
)
