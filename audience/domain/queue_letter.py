"""Write down that somebody is to get a mail: it leaves once this transaction is kept."""

from audience.models import Mail


def queue_letter(occasion: str, about: str, email: str, language: str) -> None:
    """Queue the mail that the writer of `occasion` writes about `about` to `email`.

    Called in the transaction of what the mail tells. Calling it twice queues one.
    """
    mail = Mail(occasion=occasion, about=about, email=email.lower(), language=language[:2])
    Mail.objects.bulk_create([mail], ignore_conflicts=True)
