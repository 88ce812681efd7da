"""The language in which somebody of the team is written to."""

from django.conf import settings

from users.models import User


def language_of(user: User) -> str:
    """Return the language of the CMS in the user's profile, else the site's own."""
    profile = getattr(user, "wagtail_userprofile", None)
    chosen = (profile.preferred_language if profile else "") or settings.LANGUAGE_CODE
    return str(chosen)[:2]
