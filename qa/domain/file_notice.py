"""Report a text: anybody can, without an account. The same form twice files once."""

from django.db import transaction

from audience.domain.network_budget import spend
from qa.domain.tell_reporter import tell_reporter
from qa.models import Moderated, Notice
from qa.refusals import TextGone, TooManyNotices

# Of the tickets that its forms carry.
PURPOSE = "qa.notice"
# A class of thirty that reads an insult reports it in an hour from behind one address.
MOST_PER_NETWORK = 40


def file_notice(notice: Notice, text: Moderated, network_address: str) -> Notice:
    """Keep `notice` about `text`, filled by its form, and return it, or the one already filed.

    The words are kept as they are now. Raises TextGone or TooManyNotices.
    """
    filed = Notice.objects.filter(key=notice.key).first()
    if filed is not None:
        return filed
    if not text.is_public:
        raise TextGone
    if not spend("notices", network_address, MOST_PER_NETWORK):
        raise TooManyNotices
    values = {
        "kind": text.kind,
        "subject_id": text.pk,
        "words": text.words,
        "ground": notice.ground,
        "explanation": notice.explanation.strip(),
        "email": notice.email,
        "language": notice.language,
    }
    with transaction.atomic():
        filed, is_new = Notice.objects.get_or_create(key=notice.key, defaults=values)
        if is_new:
            tell_reporter(filed)
    return filed
