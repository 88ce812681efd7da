"""Choices about questions, comments and what is decided about them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moderation(models.TextChoices):
    """When a person of the team reads what somebody wrote."""

    BEFORE = "before", _("before it is shown")
    AFTER = "after", _("after it is shown")


class Naming(models.TextChoices):
    """Whether those who ask can give a name."""

    IF_WISHED = "if_wished", _("a name if they wish")
    NEVER = "never", _("without names")


class TextState(models.TextChoices):
    """Where a public text stands. Only questions go on air, are answered or merged.

    A draft is its author's alone: it has not been sent.
    """

    DRAFT = "draft", _("draft")
    PENDING = "pending", _("waiting")
    HELD = "held", _("held by the filter")
    APPROVED = "approved", _("shown")
    READY = "ready", _("ready for the air")
    ON_AIR = "on_air", _("on air")
    ANSWERED = "answered", _("answered")
    HIDDEN = "hidden", _("hidden")
    REJECTED = "rejected", _("declined")
    MERGED = "merged", _("merged into another")
    WITHDRAWN = "withdrawn", _("withdrawn by its author")
    REMOVED = "removed", _("removed by law")


WAITING_STATES = frozenset({TextState.PENDING, TextState.HELD})
PUBLIC_STATES = frozenset(
    {TextState.APPROVED, TextState.READY, TextState.ON_AIR, TextState.ANSWERED}
)


class StopMode(models.TextChoices):
    """What a list of stop words does with a text that holds one."""

    OBSERVE = "observe", _("only observes")
    HOLD = "hold", _("holds the text for the team")


class PreparedFor(models.TextChoices):
    """What prepared words are for."""

    NOTE = "note", _("a note to the author")
    ANSWER = "answer", _("an answer")


class RefusalReason(models.TextChoices):
    """Why a text is not shown; its author reads this."""

    OFF_TOPIC = "off_topic", _("It is about something else.")
    UNCLEAR = "unclear", _("We did not understand it.")
    ALREADY_ASKED = "already_asked", _("It is there already, in other words.")
    INSULT = "insult", _("It insults somebody.")
    HATE = "hate", _("It calls for hatred or violence.")
    PERSONAL = "personal", _("It tells something private about a person.")
    ADVERTISING = "advertising", _("It advertises something.")
    UNLAWFUL = "unlawful", _("The law forbids it.")
    OTHER = "other", _("See the note.")


class Action(models.TextChoices):
    """What can be done to a question or comment. Each time it is done is a Decision."""

    SEND = "send", _("send")
    APPROVE = "approve", _("show")
    REJECT = "reject", _("decline")
    HOLD = "hold", _("put back to waiting")
    HIDE = "hide", _("hide")
    EDIT = "edit", _("edit")
    LABEL = "label", _("label")
    STAR = "star", _("star")
    UNSTAR = "unstar", _("take the star off")
    ASSIGN = "assign", _("assign")
    MERGE = "merge", _("merge")
    UNMERGE = "unmerge", _("part again")
    READY = "ready", _("make ready for the air")
    AIR = "air", _("put on air")
    BACK = "back", _("take back from the air")
    ANSWER = "answer", _("answer")
    WITHDRAW = "withdraw", _("withdraw")
    REMOVE = "remove", _("remove")
    RESTORE = "restore", _("bring back")
    FREEZE = "freeze", _("freeze as evidence")
    THAW = "thaw", _("release")
    UNDO = "undo", _("undo")
    OBJECT = "object", _("object")
    EXCLUDE = "exclude", _("set votes aside")
    INCLUDE = "include", _("count votes again")


# What can be done to a text that asks nothing, and whose words are its author's alone.
PLAIN_DEEDS = frozenset(Action) - {
    Action.EDIT,
    Action.MERGE,
    Action.UNMERGE,
    Action.READY,
    Action.AIR,
    Action.BACK,
    Action.ANSWER,
}


class AnswerKind(models.TextChoices):
    """How a question was answered."""

    TEXT = "text", _("in writing")
    FILM = "film", _("in a film, at a second")
    LIVE = "live", _("live")


class NoticeGround(models.TextChoices):
    """What a notice says is wrong with a text."""

    UNLAWFUL = "unlawful", _("It breaks the law.")
    HATEFUL = "hateful", _("It is hateful or harasses somebody.")
    PERSONAL = "personal", _("It is about my private life or shows my data.")
    MISLEADING = "misleading", _("It misleads.")
    SPAM = "spam", _("It advertises or repeats itself.")
    OTHER = "other", _("Something else.")


class NoticeState(models.TextChoices):
    """Where a notice stands."""

    WAITING = "waiting", _("waiting")
    UPHELD = "upheld", _("the text was taken down")
    DISMISSED = "dismissed", _("the text stays")


class NoticeVerdict(models.TextChoices):
    """What can be decided about a notice."""

    KEEP = "keep", _("Leave the text where it is")
    HIDE = "hide", _("Hide it for now")
    REJECT = "reject", _("Decline it: against our rules")
    REMOVE = "remove", _("Remove it everywhere: against the law")
    GONE = "gone", _("It is no longer shown")


# What cannot be judged without a word of explanation.
TO_EXPLAIN = frozenset({NoticeGround.UNLAWFUL, NoticeGround.OTHER})
