"""Send the mails that are due, each once, whatever crashes.

A mail is claimed by one UPDATE the moment before it is handed to the mail server. Killed earlier,
it still waits; killed later, it may have left, and is never sent again. What the server refuses is
tried again later and later, and holds up no other mail.
"""

import logging
import time
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from audience.enums import MailState
from audience.letters import Letter, write_letter
from audience.models import Mail

logger = logging.getLogger("audience.mails")

# Few mails for one connection: some servers hang up on long ones.
PORTION = 20
# The clock has other chores; the next round comes in a few seconds.
ROUND_S = 5.0
WAITS_S = (60, 300, 1_800, 7_200, 28_800)
PATIENCE = timedelta(minutes=10)
_REFUSALS = (SMTPResponseException, SMTPRecipientsRefused)


def send_mails() -> int:
    """Send what is due, for some seconds; return how many mails left.

    Any number of processes may do this at once. When the mail server is away, all mails wait.
    """
    _name_the_doubtful()
    sent, until = 0, time.monotonic() + ROUND_S
    while time.monotonic() < until:
        due = Mail.objects.due(timezone.now()).select_related("subscription")
        portion = list(due[:PORTION])
        if not portion:
            break
        try:
            sent += _send_portion(portion)
        except (SMTPException, OSError) as error:
            logger.warning("the mail server is away, all mails wait: %s", _in_short(error))
            break
    return sent


def _send_portion(portion: list[Mail]) -> int:
    sent = 0
    with get_connection() as connection:
        for mail in portion:
            _send(mail, connection)
            sent += mail.state == MailState.SENT
            if mail.state == MailState.DOUBTFUL:  # The line may be dead.
                break
    return sent


def _name_the_doubtful() -> None:
    now = timezone.now()
    for mail in Mail.objects.stuck(now, PATIENCE):
        logger.warning(
            "mail %s may have been sent when its sender died; it is not sent again", mail.pk
        )
        _end(mail, MailState.DOUBTFUL, "the sender died")


def _send(mail: Mail, connection: BaseEmailBackend) -> None:
    """Send one mail and write down on it how that ended."""
    try:
        with override(mail.language):
            letter = write_letter(mail)
    except Exception as error:
        # One letter that cannot be written must not hold up the others.
        logger.exception("mail %s could not be written", mail.pk)
        if _claim(mail):
            _try_later(mail, error)
        return
    if letter is None:
        Mail.objects.filter(pk=mail.pk, state=MailState.WAITING).delete()
        return
    message = message_of(mail, letter, connection)
    if not _claim(mail):
        return
    try:
        connection.send_messages([message])
    except _REFUSALS as error:
        logger.warning("mail %s was refused: %s", mail.pk, _in_short(error))
        _try_later(mail, error)
    except (SMTPException, OSError) as error:
        logger.warning("mail %s may have been sent: %s", mail.pk, _in_short(error))
        _end(mail, MailState.DOUBTFUL, _in_short(error))
    else:
        _end(mail, MailState.SENT)


def message_of(
    mail: Mail, letter: Letter, connection: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """Return `letter` as it travels: both forms, and one press to end it (RFC 8058)."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    ends = {
        "List-Unsubscribe": f"<{letter.end_link}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    message = EmailMultiAlternatives(
        subject=" ".join(letter.subject.split()),
        body=letter.text,
        to=[mail.email],
        connection=connection,
        headers={
            **(ends if letter.end_link else {}),
            "Auto-Submitted": "auto-generated",
            "Content-Language": mail.language,
            "Message-ID": f"<{mail.occasion}.{mail.pk}.{mail.due_at:%Y%m%d%H%M%S}@{host}>",
        },
    )
    message.attach_alternative(letter.html, "text/html")
    return message


def _claim(mail: Mail) -> bool:
    """Say whether this process is the one that sends `mail`."""
    mine = Mail.objects.due(timezone.now()).filter(pk=mail.pk).order_by()
    claimed = mine.update(
        state=MailState.SENDING, claimed_at=timezone.now(), attempts=F("attempts") + 1
    )
    mail.attempts += claimed
    return bool(claimed)


def _try_later(mail: Mail, error: Exception) -> None:
    if mail.attempts > len(WAITS_S):
        _end(mail, MailState.FAILED, _in_short(error))
        return
    mail.state, mail.error = MailState.WAITING, _in_short(error)
    mail.due_at = timezone.now() + timedelta(seconds=WAITS_S[mail.attempts - 1])
    mail.save(update_fields=["state", "error", "due_at"])


def _end(mail: Mail, state: MailState, error: str = "") -> None:
    mail.state, mail.error, mail.ended_at = state, error, timezone.now()
    mail.save(update_fields=["state", "error", "ended_at"])


def _in_short(error: Exception) -> str:
    """Name the failure without the address it is about: logs keep no addresses."""
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({code for code, _ in error.recipients.values()})
        return f"recipient refused {codes}"
    code = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()
