"""Confirm the e-mail address of a comment: by a button, since programs open links."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from audience.letters import Letter, absolute, compose
from audience.models import Mail
from qa.domain.post_comment import Words, ensure_open, keep_comment
from qa.models import Comment, CommentDraft
from qa.models.comment import DRAFT_LASTS


def draft_at(token: str) -> CommentDraft | None:
    """Return the draft that the link with `token` confirms; None when it is too old or was used."""
    drafts = CommentDraft.objects.select_related("page", "parent")
    draft = drafts.filter(token=token).first()
    return draft if draft is not None and draft.is_good(timezone.now()) else None


def confirm_comment(draft: CommentDraft) -> Comment:
    """Make the comment of `draft`, once however often and by however many it is pressed.

    Raises CommentsClosed or ReplyToNothing if the page, or what it replies to, has gone.
    """
    ensure_open(draft.page.specific, draft.parent)
    words = Words(draft.key, draft.text, draft.name, draft.email, draft.language)
    with transaction.atomic():
        comment = keep_comment(draft.page, words, draft.parent)
        CommentDraft.objects.filter(pk=draft.pk).delete()
    return comment


def write_confirmation(mail: Mail) -> Letter | None:
    """Ask whether it was really them; None when it was confirmed or forgotten since."""
    draft = CommentDraft.objects.select_related("page").filter(pk=mail.about).first()
    if draft is None:
        return None
    return _compose(draft.page.title, draft.text, draft.token)


def sample_confirmation() -> Letter:
    """Return what such a mail looks like, with invented content."""
    return _compose(_("The squash that laughs"), _("And what does the leek say?"), "x" * 22)


def _compose(title: str, text: str, token: str) -> Letter:
    link = absolute(reverse("confirm_comment", args=[token]))
    context = {"title": title, "text": text, "link": link}
    return compose(_("Confirm your comment"), "qa/mail/confirm_comment", context)


def forget_drafts(now: datetime | None = None) -> int:
    """Delete the drafts whose link is too old, and return how many."""
    old = CommentDraft.objects.filter(made_at__lt=(now or timezone.now()) - DRAFT_LASTS)
    return old.delete()[0]
