"""The people who log in: the team. Viewers need no account."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of the team. Ours from the first migration, so that it can grow fields later."""
