"""Tell those who asked, and left an address for it, that there is an answer. Each once."""

from dataclasses import replace

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from audience.domain.forget_letters import forget_letters
from audience.domain.mail_budgets import take_slot_of_address
from audience.domain.queue_letter import queue_letter
from audience.domain.signing import open_signed, sign
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from qa.answer_places import Place, is_place_awaited, place_of
from qa.enums import Action, AnswerKind, TextState
from qa.models import Answer, Decision, Moderated, Question

OCCASION = "question"
END = "end_question_mail"
# A day, to one mailbox, all kinds together: whoever types a stranger's address must not fill it.
MOST_PER_MAILBOX = 10


def tell_asker(decision: Decision, text: Moderated) -> None:
    """Queue the mails that an answer calls for, in the decision's transaction.

    That is the first answer to a question, or that it was merged into one that is answered. An
    answer whose replay is still to come is told with it (`tell_of_answer`). Listens to
    `qa.decided`.
    """
    if not isinstance(text, Question) or not _brings_an_answer(decision, text):
        return
    if not is_place_awaited(text.goes_on_in):
        tell_of_answer(text)


def tell_of_answer(text: Question) -> None:
    """Queue a mail to those who asked `text`, or what was merged into it; one mailbox once.

    Called in the transaction of what brings the news. Who was told already is not told again.
    """
    told: set[str] = set()
    for question in _those_who_wait(text):
        mailbox = question.email.lower()
        if mailbox in told:
            continue
        told.add(mailbox)
        if take_slot_of_address(mailbox, timezone.localdate(), MOST_PER_MAILBOX):
            queue_letter(OCCASION, str(question.pk), mailbox, question.language)


def write_to_asker(mail: Mail) -> Letter | None:
    """Write the answer to who asked; None when they want no mail any more, or it is not shown."""
    asked = Question.objects.filter(pk=mail.about, wants_mail=True).exclude(email="")
    question = asked.first()
    if question is None:
        return None
    answered = question
    while answered.merged_into is not None:
        answered = answered.merged_into
    answers = list(answered.answers.select_related("spoken_for"))
    if not answered.is_public or not answers:
        return None
    return _letter(question, answered if answered != question else None, answers)


def sample_to_asker() -> Letter:
    """Return how such a mail looks."""
    question = Question(
        text=_("Who ate the last pumpkin?"), key="0", language=get_language() or "fr"
    )
    answer = Answer(text=_("The rabbit. It has confessed."), spoken_by=_("Ana, gardener"))
    return _letter(question, None, [answer])


def _brings_an_answer(decision: Decision, question: Question) -> bool:
    if decision.action == Action.ANSWER:
        return bool(decision.before["state"] != TextState.ANSWERED)
    into = question.merged_into if decision.action == Action.MERGE else None
    return into is not None and into.state == TextState.ANSWERED


def _those_who_wait(question: Question) -> list[Question]:
    """Return `question` and those merged into it, at any remove, whose askers want a mail."""
    found, level = [question.pk], [question.pk]
    while level:
        level = list(Question.objects.filter(merged_into__in=level).values_list("pk", flat=True))
        found += level
    waiting = Question.objects.filter(pk__in=found, wants_mail=True).exclude(email="")
    return list(waiting.order_by("pk"))


def _letter(question: Question, answered: Question | None, answers: list[Answer]) -> Letter:
    context = {
        "question": question,
        "answered": answered,
        "answers": answers,
        "places": _places(answers),
        "link": absolute(question.get_private_url()),
        "end_link": end_link(question),
    }
    return compose(_("Your question is answered"), "qa/mail/answered", context)


def _places(answers: list[Answer]) -> list[Place]:
    """Return where live ones among `answers` can be watched again, as a mail must say it."""
    live = (place_of(answer) for answer in answers if answer.kind == AnswerKind.LIVE)
    return [replace(place, link=absolute(place.link)) for place in live if place is not None]


def end_link(question: Question) -> str:
    """Return the address at which one press ends the mails about `question` (RFC 8058)."""
    with override(question.language):
        return absolute(reverse(END, args=[sign(str(question.pk), END)]))


def question_to_end(token: str) -> Question | None:
    """Return the question that `token` was signed for, or None."""
    body = open_signed(token, END)
    return Question.objects.filter(pk=body).first() if body and body.isdecimal() else None


def take_address_off(question: Question) -> None:
    """Forget the address that the asker left, and the mails to it. Doing it twice is fine."""
    Question.objects.filter(pk=question.pk).update(email="", wants_mail=False)
    question.email, question.wants_mail = "", False
    forget_letters(OCCASION, str(question.pk))
