"""Questions to a theme, and the votes for them."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qa.enums import PUBLIC_STATES
from qa.models.decision import Decision
from qa.models.keys import new_code, new_key
from qa.models.moderated import Moderated, ModeratedQuerySet
from qa.models.theme import Theme

LONGEST_QUESTION = 200
_SHOWN = models.Q(is_shown=True)
_OPEN = _SHOWN & models.Q(answered_at__isnull=True)


class QuestionQuerySet(ModeratedQuerySet):
    """Questions by where they stand."""

    def public(self) -> "QuestionQuerySet":
        """Keep what everybody may read: the same as above, from a column that lists have ready."""
        return self.filter(_SHOWN)

    def open(self) -> "QuestionQuerySet":
        """Keep what everybody may read and what waits for its answer."""
        return self.filter(_OPEN)


class Question(Moderated):
    """What a viewer wants to know, on one theme.

    `code` is its public name. `key` opens the asker's private page; it is made when the form is
    shown, so a form that is sent twice asks once. `total` is the number of valid votes: derived
    from the rows of Vote, and proved by a recount. `turns` is how often it stood among the first
    questions of its theme. `is_shown` says whether its state is public: the database keeps it, for
    its indexes.
    """

    kind = "question"
    words_field = "text"
    place_field = "theme"
    shown_with = ("theme", "merged_into")

    code = models.CharField(max_length=10, unique=True, default=new_code)
    key = models.CharField(max_length=22, unique=True, default=new_key)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, related_name="questions", verbose_name=_("theme")
    )
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.CharField(_("question"), max_length=LONGEST_QUESTION)
    language = models.CharField(max_length=10, default="fr")
    name = models.CharField(_("name"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    wants_mail = models.BooleanField(default=False)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged"
    )
    total = models.PositiveIntegerField(_("votes"), default=0)
    turns = models.PositiveIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)
    is_shown = models.GeneratedField(
        expression=models.Case(
            models.When(state__in=sorted(PUBLIC_STATES), then=models.Value(True)),
            default=models.Value(False),
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-total", "pk"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["theme", "-total", "id"], condition=_OPEN, name="most_wanted"),
            models.Index(fields=["theme", "turns", "id"], condition=_OPEN, name="least_shown"),
            models.Index(
                fields=["theme", "-received_at", "-id"], condition=_SHOWN, name="newest_questions"
            ),
            models.Index(
                fields=["theme", "-answered_at", "-id"],
                condition=_SHOWN & models.Q(answered_at__isnull=False),
                name="answered_questions",
            ),
            models.Index(fields=["theme", "decided_at"], name="decided_questions"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def goes_on_in(self) -> "Question":
        """The question in which this one goes on: itself, unless it was merged."""
        found = self
        while found.merged_into is not None:
            found = found.merged_into
        return found

    def get_absolute_url(self) -> str:
        """Return its public address."""
        return reverse("question", args=[self.code])

    def get_private_url(self) -> str:
        """Return the asker's own address."""
        return reverse("my_question", args=[self.key])

    def told(self) -> dict[str, Any]:
        """Add what only a question has."""
        return super().told() | {"merged_into": self.merged_into_id}


class Vote(models.Model):
    """What one voter wants for one question: 1, or 0 once taken back. The row is the truth.

    `voter` is a keyed hash. `network` is too, and is forgotten after 72 hours. An excluded vote
    stays, with the Decision that excluded it, and counts no more. `came_from` is the question that
    was merged into this one and brought the vote along; it goes when they are parted again.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="votes")
    voter = models.CharField(max_length=22)
    value = models.PositiveSmallIntegerField()
    cast_at = models.DateTimeField()
    voter_since = models.DateTimeField()
    network = models.CharField(max_length=16, blank=True)
    is_excluded = models.BooleanField(default=False)
    came_from = models.ForeignKey(Question, null=True, on_delete=models.CASCADE, related_name="+")
    excluded_by = models.ForeignKey(
        Decision, null=True, on_delete=models.PROTECT, related_name="votes", db_index=False
    )

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["question", "voter"], name="one_vote_a_voter"),
            models.CheckConstraint(condition=models.Q(value__in=(0, 1)), name="a_vote_is_0_or_1"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["network", "cast_at"], name="votes_of_a_network"),
            models.Index(fields=["voter"], name="votes_of_a_voter"),
            models.Index(
                fields=["question"],
                condition=models.Q(is_excluded=True),
                name="votes_set_aside",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value} for {self.question_id}"
