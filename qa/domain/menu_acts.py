"""What debates put on the menu of acts: a vote, and a question of one's own."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from campaigns.menu_of_acts import MenuAct, Span
from media.edition import kept
from qa.models import Theme


def debates() -> str:
    """Return the address of all debates, or "" while there is none in the reader's language."""
    name = f"has-debates:{get_language()}"
    has_any = kept(name, lambda: Theme.objects.filter(locale=Locale.get_active()).exists())
    return reverse("themes") if has_any else ""


MENU_ACTS = (
    MenuAct(
        "vote",
        Span.HALF_MINUTE,
        _("Vote for a question"),
        _("The most wanted ones are answered, by somebody with a name."),
        debates,
    ),
    MenuAct(
        "ask",
        Span.MINUTES,
        _("Ask a question"),
        _("One sentence. The sillier it sounds, the more people wanted to ask it."),
        debates,
    ),
)
