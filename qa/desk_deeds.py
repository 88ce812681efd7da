"""From what was pressed on the desk to the verb that does it."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from campaigns.models import Organisation
from front.forms import number_in
from media.models import Video
from media.timecode import parse_timecode
from qa.domain.answer_question import Said, answer_question
from qa.domain.assign_text import assign_text
from qa.domain.clean_words import clean_words
from qa.domain.decide import decide
from qa.domain.merge_questions import merge_questions, part_questions
from qa.domain.reply_officially import reply_officially
from qa.domain.undo_decision import undo_decision
from qa.enums import Action
from qa.models import Comment, Moderated, Question
from qa.refusals import AnswerHasNoSecond, DoesNotFollow, NothingToMergeInto
from users.models import User

UNDO = "undo"
TAKE = "take"
LIVE = "live"
LONGEST_NOTE = 300
LONGEST_LABEL = 40


def do(text: Moderated, user: User, form: QueryDict, seen: int) -> Moderated:
    """Do to `text` what the `deed` of `form` says and return it. Raises a TextRefused."""
    name = form.get("deed", "")
    special = _DEEDS.get(name)
    if special is not None:
        return special(text, user, form, seen)
    if name not in Action:
        raise DoesNotFollow(state=text.get_state_display())
    changes = _changes(name, form)
    return decide(
        text,
        Action(name),
        user=user,
        seen=seen,
        reason=form.get("reason", ""),
        note=form.get("note", "")[:LONGEST_NOTE],
        **changes,
    )


def can_be_undone(deed: str) -> bool:
    """Say whether the desk offers to undo this deed."""
    return deed not in {UNDO, Action.ANSWER, Action.MERGE, Action.UNMERGE}


def said_of(deed: str) -> str:
    """Return the sentence that tells what was done."""
    return {
        Action.APPROVE: _("Shown."),
        Action.REJECT: _("Declined. Its author can read why."),
        Action.HIDE: _("Hidden."),
        Action.HOLD: _("Back among those that wait."),
        Action.EDIT: _("Changed. What was sent is kept."),
        Action.LABEL: _("Labelled."),
        Action.STAR: _("Starred."),
        Action.UNSTAR: _("The star is off."),
        Action.ASSIGN: _("Handed over."),
        TAKE: _("Yours now."),
        Action.MERGE: _("Merged: its votes count there."),
        Action.UNMERGE: _("Parted: each has its own votes again."),
        Action.ANSWER: _("Answered, and online."),
        UNDO: _("Undone."),
    }.get(deed, "")


def _changes(name: str, form: QueryDict) -> dict[str, str]:
    """Return the fields of the text that an action sets."""
    if name == Action.EDIT:
        return {"words": clean_words(form.get("words", ""))[:1_000]}
    if name == Action.LABEL:
        return {"label": clean_words(form.get("label", ""))[:LONGEST_LABEL]}
    return {}


def _undo(text: Any, user: User, form: QueryDict, seen: int) -> Moderated:
    return undo_decision(text, user, seen)


def _answer(text: Any, user: User, form: QueryDict, seen: int) -> Moderated:
    film = Video.objects.filter(pk=number_in(form.get("film", ""))).first()
    said = Said(
        text=form.get("answer", ""),
        spoken_by=form.get("spoken_by", "")[:200],
        spoken_for=Organisation.objects.filter(pk=number_in(form.get("spoken_for", ""))).first(),
        film=film,
        starts_at_s=_second(form.get("second", "")) if film else None,
        is_live=form.get("film") == LIVE,
    )
    if isinstance(text, Comment):
        return reply_officially(text, user, said, seen=seen)
    return answer_question(text, user, said, seen=seen)


def _second(written: str) -> int:
    try:
        return parse_timecode(written)
    except ValueError as error:
        raise AnswerHasNoSecond from error


def _assign(text: Any, user: User, form: QueryDict, seen: int) -> Moderated:
    to = form.get("to", "")
    return assign_text(text, number_in(to) if to else None, user, seen)


def _take(text: Any, user: User, form: QueryDict, seen: int) -> Moderated:
    return assign_text(text, user.pk, user, seen)


def _merge(text: Any, user: User, form: QueryDict, seen: int) -> Moderated:
    """Merge into what was chosen, or into the one whose address or code was typed."""
    typed = form.get("into_code", "").strip().rstrip("/").rpartition("/")[2]
    chosen = {"pk": number_in(form.get("into", ""))} if form.get("into") else {"code": typed}
    into = Question.objects.filter(**chosen).first()
    if into is None:
        raise NothingToMergeInto
    return merge_questions(text, into, user, seen)


def _part(text: Any, user: User, form: QueryDict, seen: int) -> Moderated:
    return part_questions(text, user, seen)


_DEEDS: dict[str, Callable[[Any, User, QueryDict, int], Moderated]] = {
    UNDO: _undo,
    TAKE: _take,
    Action.ANSWER: _answer,
    Action.ASSIGN: _assign,
    Action.MERGE: _merge,
    Action.UNMERGE: _part,
}
