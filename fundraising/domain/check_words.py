"""What supporters write, cleaned; and nobody writes in another's name."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from fundraising.enums import Occasion
from fundraising.refusals import NotYourName, PageEmpty
from qa.domain.clean_words import clean_words, says_something
from qa.domain.taken_names import is_taken_name


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
    if is_taken_name(name):
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
