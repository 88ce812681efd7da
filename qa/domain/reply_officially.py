"""Reply to a comment in the name of the team, or of an organisation."""

from django.db import transaction

from media.edition import new_edition
from qa.domain.answer_question import Said
from qa.domain.clean_words import says_something
from qa.domain.decide import locked
from qa.domain.post_comment import Words, keep_comment
from qa.domain.rights import ensure_may
from qa.domain.tell_answered import tell_of_reply
from qa.enums import Action, TextState
from qa.models import Comment
from qa.models.keys import new_key
from qa.refusals import AnswerMissing, DoesNotFollow
from users.models import User


def reply_officially(
    comment: Comment, user: User, said: Said, *, seen: int | None = None
) -> Comment:
    """Publish `said` under `comment`, with the badge of the team, and return the comment.

    Raises AnswerMissing, MayNotDecide, StaleCommand or DoesNotFollow.
    """
    ensure_may(user, Action.ANSWER)
    if not says_something(said.text):
        raise AnswerMissing
    with transaction.atomic():
        comment = locked(comment, seen)
        if not comment.is_public:
            raise DoesNotFollow(state=comment.get_state_display())
        words = Words(new_key(), said.text, said.spoken_by, language=comment.language)
        reply = keep_comment(comment.page, words, comment)
        reply.state, reply.held_for = TextState.APPROVED, ""
        reply.is_official, reply.spoken_for, reply.user = True, said.spoken_for, user
        reply.save()
        tell_of_reply(reply)
        new_edition()
    return comment
