"""The demo's three log-ins. Their passwords are made on the first run and kept beside the data."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group

from users.models import User

VEGETABLES = ("carotte", "poireau", "tomate", "aubergine", "chou", "oignon", "radis", "courge")


@dataclass(frozen=True)
class Login:
    """A log-in as it is printed."""

    role: str
    username: str
    password: str


def make_people() -> list[Login]:
    """Create administrator, editor and moderator unless they exist; return their log-ins."""
    file = Path(settings.DATA_DIR, "demo-logins.txt")
    logins = _read(file)
    if not logins:
        logins = [Login(role, role, _password()) for role in ("admin", "editor", "moderator")]
        file.write_text("".join(f"{login.username} {login.password}\n" for login in logins))
        file.chmod(0o600)
    # In Wagtail's own groups, editors write and moderators publish: the demo's editor does both.
    groups = {
        "editor": ("Editors", "Moderators"),
        "moderator": ("Moderators", "Lead moderators"),
    }
    for login in logins:
        user, is_new = User.objects.get_or_create(
            username=login.username,
            defaults={
                "email": f"{login.username}@example.org",
                "is_superuser": login.role == "admin",
                "is_staff": login.role == "admin",
            },
        )
        if is_new:
            user.set_password(login.password)
            user.save()
            user.groups.set(Group.objects.filter(name__in=groups.get(login.role, ())))
    return logins


def _read(file: Path) -> list[Login]:
    if not file.exists():
        return []
    pairs = [line.split() for line in file.read_text().splitlines()]
    return [Login(username, username, password) for username, password in pairs]


def _password() -> str:
    first, second = secrets.choice(VEGETABLES), secrets.choice(VEGETABLES)
    return f"{first}-{second}-{secrets.randbelow(9000) + 1000}"
