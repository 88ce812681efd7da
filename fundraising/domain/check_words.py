"""What supporters write, cleaned; and nobody writes in another's name."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from campaigns.domain.cards.campaign_cards import site_name
from campaigns.models import Organisation
from fundraising.enums import Occasion
from fundraising.refusals import NotYourName, PageEmpty
from qa.domain.clean_words import clean_words, says_something
from qa.domain.fold import fold

_SHORTEST_NAME = 4
# Who speaks for the site itself, in both languages.
_OURS = (
    *("equipe", "moderation", "moderateur", "moderatrice", "administrateur", "officiel"),
    *("moderator", "admin", "official", "officielle"),
)


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a collection page says."""

    name: str
    reason: str
    title: str
    occasion: str


def checked_words(words: PageWords) -> PageWords:
    """Return `words` cleaned, with the usual title where there is none.

    Raises PageEmpty or NotYourName.
    """
    name, reason = clean_words(words.name), clean_words(words.reason)
    if not says_something(name) or not says_something(reason):
        raise PageEmpty
    ensure_own_name(name)
    title = clean_words(words.title)
    if not says_something(title):
        title = usual_title(words.occasion, name)
    return replace(words, name=name, reason=reason, title=title)


def ensure_own_name(name: str) -> None:
    """Raise NotYourName for a name that is, or hides, an organisation's or the site's own."""
    folded = f" {fold(name)} "
    taken = [*Organisation.objects.values_list("name", flat=True), site_name(), *_OURS]
    for one in taken:
        other = fold(one)
        if len(other) >= _SHORTEST_NAME and f" {other} " in folded:
            raise NotYourName(name=name)


def usual_title(occasion: str, name: str) -> str:
    """Return the title of a page whose owner writes none."""
    words = {
        Occasion.BIRTHDAY: _("%(name)s has a birthday"),
        Occasion.RACE: _("%(name)s runs for it"),
        Occasion.PARTY: _("%(name)s celebrates"),
        Occasion.MEMORY: _("In memory, by %(name)s"),
    }.get(Occasion(occasion), _("%(name)s collects"))
    return words % {"name": name}
