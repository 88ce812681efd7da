"""Comment on a page, or reply: without an account, each form once.

Who leaves an e-mail address confirms it first: until then a draft waits that nobody reads.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.network_budget import spend
from audience.domain.queue_letter import queue_letter
from qa.commented import takes_comments, wishes
from qa.domain.clean_words import clean_words, says_something
from qa.domain.fold import fold
from qa.domain.stop_words import find_stop_words, note_stop_words
from qa.enums import Moderation, TextState
from qa.models import Comment, CommentDraft
from qa.refusals import CommentsClosed, NothingSaid, ReplyToNothing, TooManyComments

# Of the tickets that its forms carry.
PURPOSE = "qa.comment"
CONFIRMING = "comment"
DEEPEST = 2
MOST_PER_NETWORK = 120
# A day, to one mailbox, all kinds together: whoever types a stranger's address must not fill it.
MOST_PER_MAILBOX = 10


@dataclass(frozen=True, slots=True)
class Words:
    """What a form says. `key` names it: the same form twice is one comment."""

    key: str
    text: str
    name: str = ""
    email: str = ""
    language: str = "fr"


def post_comment(
    page: Page, words: Words, network_address: str, parent: Comment | None = None
) -> Comment | CommentDraft:
    """Keep a comment on `page` and return it; with an e-mail address, the draft that waits for it.

    Raises CommentsClosed, ReplyToNothing, NothingSaid or TooManyComments.
    """
    known = _known(words.key)
    if known is not None:
        return known
    ensure_open(page, parent)
    if not says_something(clean_words(words.text)):
        raise NothingSaid
    if not spend("comments", network_address, MOST_PER_NETWORK):
        raise TooManyComments
    if not words.email:
        return keep_comment(page, words, parent)
    return _keep_draft(page, words, parent)


def ensure_open(page: Page, parent: Comment | None) -> None:
    """Raise CommentsClosed or ReplyToNothing unless `page` takes a comment, or a reply, now."""
    if not takes_comments(page, timezone.now()):
        raise CommentsClosed
    if parent is not None and (parent.page_id != page.pk or not parent.is_public):
        raise ReplyToNothing


def keep_comment(page: Page, words: Words, parent: Comment | None) -> Comment:
    """Write the comment, at its place in the thread, and return it.

    Replies to one thread wait for each other: the package counts places by reading them.
    """
    text, name = clean_words(words.text), clean_words(words.name)
    found = find_stop_words(text, name)
    held_for = next((one.word for one in found if one.holds), "")
    with transaction.atomic():
        Page.objects.select_for_update(of=("self",)).get(pk=page.pk)
        known = Comment.objects.filter(key=words.key).first()
        if known is not None:
            return known
        comment = Comment(
            key=words.key,
            page=page,
            content_type=ContentType.objects.get_for_model(Page),
            object_pk=str(page.pk),
            site_id=settings.SITE_ID,
            parent_id=_place(parent),
            comment=text,
            fold=fold(text),
            user_name=name,
            user_email=words.email,
            followup=bool(words.email),
            language=words.language,
            state=_first_state(held_for),
            held_for=held_for,
        )
        comment.save()
        note_stop_words(comment, found)
    return comment


def _known(key: str) -> Comment | CommentDraft | None:
    comment: Comment | None = Comment.objects.filter(key=key).first()
    return comment or CommentDraft.objects.filter(key=key).first()


def _keep_draft(page: Page, words: Words, parent: Comment | None) -> CommentDraft:
    values = {
        "page": page,
        "parent": parent,
        "text": clean_words(words.text),
        "name": clean_words(words.name),
        "email": words.email.lower(),
        "language": words.language,
    }
    with transaction.atomic():
        draft, is_new = CommentDraft.objects.get_or_create(key=words.key, defaults=values)
        today = timezone.localdate()
        if is_new and take_slot_of_address(draft.email, today, MOST_PER_MAILBOX):
            queue_letter(CONFIRMING, str(draft.pk), draft.email, draft.language)
    return draft


def _place(parent: Comment | None) -> int:
    """Return whose reply it becomes: answers to the deepest stand beside it."""
    if parent is None:
        return 0
    return int(parent.pk if parent.level < DEEPEST else parent.parent_id)


def _first_state(held_for: str) -> TextState:
    if held_for:
        return TextState.HELD
    is_shown = wishes().moderation == Moderation.AFTER
    return TextState.APPROVED if is_shown else TextState.PENDING
