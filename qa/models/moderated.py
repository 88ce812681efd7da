"""What questions and comments have in common: somebody of the team curates them."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from qa.enums import PUBLIC_STATES, WAITING_STATES, Action, RefusalReason, TextState


class ModeratedQuerySet(models.QuerySet):
    """Texts by where they stand."""

    def public(self) -> "ModeratedQuerySet":
        """Keep what everybody may read. Everything public asks here, and nowhere else."""
        return self.filter(state__in=PUBLIC_STATES)

    def waiting(self) -> "ModeratedQuerySet":
        """Keep what waits for a person of the team."""
        return self.filter(state__in=WAITING_STATES)


class Moderated(models.Model):
    """A text from the public, with its state and the version that commands must have seen.

    Only `qa.domain.decide` changes these fields: each change is a Decision and raises `version` by
    one. `words` is the text as it is shown, `first_words` as it was sent, once an edit changed it.
    `objection` is what its author said against its being declined. `fold` is the words without
    their spelling's disguises, to find the same text again and match the stop lists; `held_for` is
    the stop word that held it. `frozen_for` says why the law wants the text kept: until it is
    released nobody edits or erases it.
    """

    kind: ClassVar[str] = ""
    words_field: ClassVar[str] = ""
    name_field: ClassVar[str] = "name"
    place_field: ClassVar[str] = ""
    # What of `Action` can be done to texts of this kind, and what is read along with them.
    deeds: ClassVar[frozenset[Action]] = frozenset(Action)
    shown_with: ClassVar[tuple[str, ...]] = ()
    # Which of them come from the public: all, unless the team writes such texts too.
    by_public: ClassVar[dict[str, Any]] = {}

    state = models.CharField(
        _("state"), max_length=9, choices=TextState, default=TextState.PENDING, db_index=True
    )
    version = models.PositiveIntegerField(default=0)
    refused_for = models.CharField(_("reason"), max_length=13, choices=RefusalReason, blank=True)
    note = models.CharField(_("note to the author"), max_length=300, blank=True)
    objection = models.TextField(_("objection"), blank=True)
    first_words = models.TextField(blank=True)
    fold = models.CharField(max_length=400, blank=True, db_index=True)
    held_for = models.CharField(max_length=60, blank=True)
    frozen_for = models.CharField(_("frozen because"), max_length=300, blank=True)
    label = models.CharField(_("label"), max_length=40, blank=True)
    is_starred = models.BooleanField(_("starred"), default=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("assigned to"),
    )
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def words(self) -> str:
        """The text as it is shown."""
        return str(getattr(self, self.words_field))

    @words.setter
    def words(self, words: str) -> None:
        setattr(self, self.words_field, words)

    @property
    def author_name(self) -> str:
        """The name under it, if its author gave one."""
        return str(getattr(self, self.name_field))

    @property
    def where(self) -> str:
        """What it was written about."""
        return str(getattr(self, self.place_field))

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC_STATES

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING_STATES

    def told(self) -> dict[str, Any]:
        """Return what a Decision keeps of the text before and after itself."""
        return {
            "state": self.state,
            "words": self.words,
            "refused_for": self.refused_for,
            "note": self.note,
            "frozen_for": self.frozen_for,
            "label": self.label,
            "is_starred": self.is_starred,
            "assigned_to": self.assigned_to_id,
        }
