"""Say what became of the question on air: answered, or back among the others."""

from live.domain.commanding import Command, commanding
from live.enums import Outcome, Verb
from live.models import AiredQuestion, QueuedQuestion, Run
from live.refusals import NoQuestionOnAir
from qa.domain.answer_question import Said, answer_question
from qa.domain.decide import decide
from qa.enums import Action, TextState
from qa.models import Question
from users.models import User


def answer_on_air(run: Run, user: User, seen: int) -> Run:
    """Note that the question on air was answered, by the guest it was for, and return the run.

    Outside a rehearsal this is its official answer, “live”: film and second come with the replay.
    Raises NoQuestionOnAir, a DecisionRefused or what `commanding` does.
    """
    with commanding(run, Verb.ANSWERED, user, seen) as command:
        question = _on_air(command.run)
        queued = QueuedQuestion.objects.filter(run=run, question=question)
        if not command.run.is_rehearsal and question.state == TextState.ON_AIR:
            guest = queued.values_list("guest", flat=True).first()
            answer_question(question, user, Said(spoken_by=guest or "", is_live=True))
        queued.delete()
        take_off_air(command, question, Outcome.ANSWERED)
    return command.run


def put_back(run: Run, user: User, seen: int) -> Run:
    """Take the question off the air unanswered, and return the run.

    It keeps its place in the queue if it had one. Raises NoQuestionOnAir, a DecisionRefused or what
    `commanding` does.
    """
    with commanding(run, Verb.BACK, user, seen) as command:
        question = _on_air(command.run)
        release(command, question)
    return command.run


def release(command: Command, question: Question) -> None:
    """Take `question` off the air of a command's run; it can be taken again."""
    # Somebody may have removed it by law meanwhile: then there is nothing to put back.
    if not command.run.is_rehearsal and question.state == TextState.ON_AIR:
        decide(question, Action.BACK, user=command.user)
    take_off_air(command, question, Outcome.BACK)


def take_off_air(command: Command, question: Question, outcome: Outcome) -> None:
    """Close the row of the air and clear the run's pointer."""
    on_air = AiredQuestion.objects.filter(run=command.run, off_air_at__isnull=True)
    on_air.update(off_air_at=command.at, outcome=outcome)
    command.run.question = None
    command.payload |= {"question": question.pk, "title": question.text}


def _on_air(run: Run) -> Question:
    if run.question is None:
        raise NoQuestionOnAir
    return run.question
