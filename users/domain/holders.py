"""Find who of the team holds a right, by themselves, through a group or as an administrator."""

from django.db.models import Q, QuerySet

from users.models import User

_BACKEND = "django.contrib.auth.backends.ModelBackend"


def holders_of(*rights: str) -> QuerySet[User]:
    """Return those who hold any of `rights` ("qa.moderate_text") and may still log in."""
    able = Q()
    for right in rights:
        able |= Q(pk__in=User.objects.with_perm(right, backend=_BACKEND).values("pk"))
    return User.objects.filter(able, is_active=True)
