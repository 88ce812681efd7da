"""Put a viewer's question on air: one at a time, whoever is faster."""

from live.domain.commanding import commanding
from live.domain.run_themes import takeable_questions
from live.enums import Verb
from live.models import AiredQuestion, Run
from live.refusals import AnotherQuestionOnAir, QuestionNotApproved
from qa.domain.decide import decide
from qa.enums import Action
from users.models import User


def put_question(run: Run, user: User, seen: int, *, question: int) -> Run:
    """Put the question with the key `question` on air and return the run.

    Only what everybody may read, of the programme's themes. Outside a rehearsal it is a decision
    of the moderation too, so its asker sees “on air”; a rehearsal leaves no trace on the question.

    Raises QuestionNotApproved, AnotherQuestionOnAir, a DecisionRefused or what `commanding` does.
    """
    with commanding(run, Verb.PUT_QUESTION, user, seen) as command:
        now = command.run
        if now.question is not None:
            raise AnotherQuestionOnAir(question=now.question)
        chosen = takeable_questions(now.programme).filter(pk=question).first()
        if chosen is None:
            raise QuestionNotApproved
        if not now.is_rehearsal:
            chosen = decide(chosen, Action.AIR, user=user)
        now.question = chosen
        AiredQuestion.objects.create(
            run=now, question=chosen, entry=now.entry, put_on_air_by=user, on_air_at=command.at
        )
        command.payload |= {"question": chosen.pk, "title": chosen.text}
    return command.run
