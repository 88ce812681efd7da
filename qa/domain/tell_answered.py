"""Tell who left an address with a comment that somebody replied."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from audience.domain.forget_letters import forget_letters
from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.queue_letter import queue_letter
from audience.domain.signing import open_signed, sign
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from media.edition import new_edition
from qa.models import Comment, Decision, Moderated

OCCASION = "reply"
END = "end_replies"
MOST_PER_MAILBOX = 10


def tell_answered(decision: Decision, text: Moderated) -> None:
    """Queue the mail that a reply calls for when it is shown; let its page be made anew.

    Listens to `qa.decided`.
    """
    if not isinstance(text, Comment):
        return
    if any(decision.before[name] != decision.after[name] for name in ("state", "words")):
        new_edition()
    if text.is_public:
        tell_of_reply(text)


def tell_of_reply(reply: Comment) -> None:
    """Queue a mail to the author of what `reply` answers, in this transaction; each reply once."""
    if reply.parent_id == reply.pk:
        return
    above = Comment.objects.public().filter(pk=reply.parent_id, followup=True)
    parent = above.exclude(user_email="").exclude(user_email=reply.user_email or "-").first()
    if parent and take_slot_of_address(parent.user_email, timezone.localdate(), MOST_PER_MAILBOX):
        queue_letter(OCCASION, str(reply.pk), parent.user_email, parent.language)


def write_reply(mail: Mail) -> Letter | None:
    """Write what was replied; None when it, or what it answers, is not shown any more."""
    reply = Comment.objects.public().select_related("page", "spoken_for").filter(pk=mail.about)
    found = reply.first()
    parent = found and Comment.objects.public().filter(pk=found.parent_id).first()
    if not found or not parent or not parent.followup or not parent.user_email:
        return None
    return _compose(found.page.title, found, parent)


def sample_reply() -> Letter:
    """Return what such a mail looks like, with invented content."""
    language = get_language() or "fr"
    parent = Comment(pk=0, comment=_("And what does the leek say?"), language=language)
    reply = Comment(comment=_("It laughs up its sleeve."), user_name=_("A squash"), code="x" * 10)
    return _compose(_("The squash that laughs"), reply, parent)


def _compose(title: str, reply: Comment, parent: Comment) -> Letter:
    context = {
        "title": title,
        "reply": reply,
        "parent": parent,
        "link": absolute(reply.get_absolute_url()),
        "end_link": end_link(parent),
    }
    return compose(_("Somebody answers you"), "qa/mail/reply", context)


def end_link(comment: Comment) -> str:
    """Return the address at which one press ends the mails about replies (RFC 8058)."""
    with override(comment.language):
        return absolute(reverse(END, args=[sign(str(comment.pk), END)]))


def comment_to_end(token: str) -> Comment | None:
    """Return the comment that `token` was signed for, or None."""
    body = open_signed(token, END)
    return Comment.objects.filter(pk=body).first() if body and body.isdecimal() else None


def stop_replies(comment: Comment) -> None:
    """Forget the address left with `comment`, and the mails to it. Doing it twice is fine."""
    replies = Comment.objects.filter(thread_id=comment.thread_id, parent_id=comment.pk)
    for reply in replies.values_list("pk", flat=True):
        forget_letters(OCCASION, str(reply))
    comment.user_email, comment.followup = "", False
    Comment.objects.filter(pk=comment.pk).update(user_email="", followup=False)
