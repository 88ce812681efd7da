"""Forget the mails about something: those that wait are not sent any more."""

from audience.enums import MailState
from audience.models import Mail


def forget_letters(occasion: str, about: str) -> int:
    """Delete the mails of `occasion` about `about` with their addresses; return how many.

    One that is being handed to the mail server at this moment stays until its sender has written
    down how that ended; it is forgotten with the old ones.
    """
    mails = Mail.objects.filter(occasion=occasion, about=about)
    return mails.exclude(state=MailState.SENDING).delete()[0]
