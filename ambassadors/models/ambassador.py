"""Somebody who brings people, under an alias, and may leave at any time."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qa.enums import PUBLIC_STATES, Action, TextState
from qa.models import Moderated, ModeratedQuerySet
from qa.models.keys import new_code

LONGEST_ALIAS = 30
_DEEDS = frozenset(
    {
        Action.SEND,
        Action.APPROVE,
        Action.REJECT,
        Action.HIDE,
        Action.HOLD,
        Action.ASSIGN,
        Action.EDIT,
        Action.WITHDRAW,
        Action.REMOVE,
        Action.RESTORE,
        Action.FREEZE,
        Action.THAW,
    }
)
_HERE = models.Q(joined_at__isnull=False, left_at=None)


class AmbassadorQuerySet(ModeratedQuerySet):
    """Ambassadors by where they stand."""

    def here(self) -> "AmbassadorQuerySet":
        """Keep those who proved their mailbox and did not leave."""
        return self.filter(_HERE)

    def named(self) -> "AmbassadorQuerySet":
        """Keep those whose alias everybody may read."""
        return self.here().filter(state__in=PUBLIC_STATES)


class Ambassador(Moderated):
    """An ambassador. The alias is moderated like any text from the public.

    `code` holds their share codes (`ShareCode.holder`), and stays when they leave: what they
    brought stays counted, under nobody's name. Whoever reads the mailbox is the ambassador;
    `sessions_version`, raised by one, ends all their sessions.
    """

    kind = "ambassador"
    words_field = "alias"
    name_field = "alias"
    place_field = "place"
    deeds = _DEEDS
    by_public: ClassVar[dict[str, Any]] = {"joined_at__isnull": False}
    merged_into = None
    wagtail_reference_index_ignore = True

    code = models.CharField(max_length=10, unique=True, default=new_code)
    email = models.EmailField(_("e-mail address"), unique=True, null=True)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    alias = models.CharField(_("alias"), max_length=LONGEST_ALIAS)
    sessions_version = models.PositiveIntegerField(default=0)
    joined_at = models.DateTimeField(_("joined"), null=True)
    left_at = models.DateTimeField(null=True)

    objects = AmbassadorQuerySet.as_manager()

    class Meta:
        verbose_name = _("ambassador")
        verbose_name_plural = _("ambassadors")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["fold"], condition=_HERE, name="one_alias_each")
        ]

    def __str__(self) -> str:
        return self.alias or self.code

    @property
    def place(self) -> str:
        """Where the alias is read."""
        return gettext("Ambassadors")

    @property
    def is_draft(self) -> bool:
        return self.state == TextState.DRAFT

    def get_absolute_url(self) -> str:
        """Return where the alias is read, in the active language."""
        return reverse("ambassadors")
