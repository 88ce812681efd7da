"""What is refused about questions, comments and notices, each time with a sentence and a code.

Refused (media.refusals)
└── TextRefused
    ├── DecisionRefused
    │   ├── MayNotDecide            MOD-001
    │   ├── StaleCommand            MOD-002
    │   ├── DoesNotFollow           MOD-003
    │   ├── ReasonMissing           MOD-004
    │   ├── WordsMissing            MOD-005
    │   ├── NothingToUndo           MOD-006
    │   ├── AnswerMissing           MOD-007
    │   ├── NothingToMergeInto      MOD-008
    │   ├── MergedIntoItself        MOD-009
    │   ├── NobodyToAssign          MOD-010
    │   ├── AnswerHasNoSecond       MOD-011
    │   ├── TextFrozen              MOD-012
    │   ├── NothingProposed         MOD-013
    │   ├── NoVotesMeant            MOD-020
    │   └── ReasonUnwritten         MOD-021
    ├── NoticeRefused
    │   ├── TextGone                NTC-001
    │   ├── TooManyNotices          NTC-002
    │   ├── NothingToObjectTo       NTC-003
    │   ├── ObjectionMissing        NTC-004
    │   ├── NoticeAnswerMissing     NTC-005
    │   ├── VerdictUnfit            NTC-006
    │   └── SamePersonTwice         NTC-007
    ├── QuestionRefused
    │   ├── QuestionsClosed         QST-001
    │   ├── NothingAsked            QST-002
    │   ├── TooManyQuestions        QST-003
    │   ├── AskedFromElsewhere      QST-004
    │   ├── SumMissing              QST-005
    │   └── TooFast                 QST-006
    ├── CommentRefused
    │   ├── CommentsClosed          CMT-001
    │   ├── NothingSaid             CMT-002
    │   ├── TooManyComments         CMT-003
    │   └── ReplyToNothing          CMT-004
    └── VoteRefused
        ├── VoteUnknown             VOT-001
        ├── VotesClosed             VOT-002
        ├── VoterForged             VOT-003
        ├── VoterUnknown            VOT-004
        ├── VoteFromElsewhere       VOT-005
        ├── VoteNotAPost            VOT-006
        ├── VoteUnclear             VOT-007
        └── VoteNotWritten          VOT-008
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class TextRefused(Refused):
    """Something about a public text was refused."""


class DecisionRefused(TextRefused):
    """A decision about a text was not taken."""


class MayNotDecide(DecisionRefused):
    code = "MOD-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may not do this. Ask a moderator or an administrator.")


class StaleCommand(DecisionRefused):
    code = "MOD-002"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "%(winner)s was faster (%(action)s). Nothing of yours was changed; look at it again."
    )


class DoesNotFollow(DecisionRefused):
    code = "MOD-003"
    status = HTTPStatus.CONFLICT
    sentence = _("This is now “%(state)s”, and from there this cannot be done.")


class ReasonMissing(DecisionRefused):
    code = "MOD-004"
    sentence = _("Choose a reason. If it is another one, write it: the author will read it.")


class WordsMissing(DecisionRefused):
    code = "MOD-005"
    sentence = _("Nothing would be left of the text. Write at least a word.")


class NothingToUndo(DecisionRefused):
    code = "MOD-006"
    status = HTTPStatus.CONFLICT
    sentence = _("This can no longer be undone here. Decide about it once more instead.")


class AnswerMissing(DecisionRefused):
    code = "MOD-007"
    sentence = _("Write the answer: a sentence is enough.")


class NothingToMergeInto(DecisionRefused):
    code = "MOD-008"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "There is no such question to merge into, or it is merged, declined or hidden itself. "
        "Choose one that waits or is shown."
    )


class MergedIntoItself(DecisionRefused):
    code = "MOD-009"
    sentence = _("A question cannot be merged into itself. Choose another one.")


class NobodyToAssign(DecisionRefused):
    code = "MOD-010"
    sentence = _("Choose somebody who has work on the desk.")


class AnswerHasNoSecond(DecisionRefused):
    code = "MOD-011"
    sentence = _("Say at which time of the film the answer is, as in 12:05.")


class TextFrozen(DecisionRefused):
    code = "MOD-012"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This text must be kept as it is: %(why)s. Until that is over, nobody can change or erase "
        "it. Nothing was changed."
    )


class NothingProposed(DecisionRefused):
    code = "MOD-013"
    status = HTTPStatus.CONFLICT
    sentence = _("No change waits here any more. Somebody was probably faster; reload the page.")


class NoticeRefused(TextRefused):
    """A notice, an objection or the decision about it was not taken."""


class TextGone(NoticeRefused):
    code = "NTC-001"
    status = HTTPStatus.GONE
    sentence = _("This text is no longer shown: there is nothing left to report.")


class TooManyNotices(NoticeRefused):
    code = "NTC-002"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Very many reports came from your network in the last hour. "
        "Please send yours once more a little later: it is still here."
    )


class NothingToObjectTo(NoticeRefused):
    code = "NTC-003"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "You can object once, within six months, to a decision that was taken. "
        "Here there is none to object to, or you did already."
    )


class ObjectionMissing(NoticeRefused):
    code = "NTC-004"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write what you object to: a sentence is enough.")


class NoticeAnswerMissing(NoticeRefused):
    code = "NTC-005"
    sentence = _("Write why you decide so: whoever reported the text will read it.")


class VerdictUnfit(NoticeRefused):
    code = "NTC-006"
    status = HTTPStatus.CONFLICT
    sentence = _("Nothing was decided: the text is now “%(state)s”, and this does not fit.")


class SamePersonTwice(NoticeRefused):
    code = "NTC-007"
    status = HTTPStatus.FORBIDDEN
    sentence = _(
        "You took the first decision. Somebody else of the team decides about the objection: "
        "hand it over."
    )


class NoVotesMeant(DecisionRefused):
    code = "MOD-020"
    sentence = _("No vote is meant by this. Choose a group, or votes, once more.")


class ReasonUnwritten(DecisionRefused):
    code = "MOD-021"
    sentence = _("Write the reason in a sentence: everybody can read it beside the question.")


class QuestionRefused(TextRefused):
    """A question was not taken."""


class QuestionsClosed(QuestionRefused):
    code = "QST-001"
    status = HTTPStatus.CONFLICT
    sentence = _("This theme takes no questions at the moment. What you wrote is still here.")


class NothingAsked(QuestionRefused):
    code = "QST-002"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write your question: one sentence is enough.")


class TooManyQuestions(QuestionRefused):
    code = "QST-003"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Very many questions came from your network in the last hour. "
        "Please send yours once more a little later: it is still here."
    )


class AskedFromElsewhere(QuestionRefused):
    code = "QST-004"
    status = HTTPStatus.FORBIDDEN
    sentence = _("This was sent from another site. Nothing was changed.")


class SumMissing(QuestionRefused):
    code = "QST-005"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "A great many questions are arriving right now. Press once more: your browser does a small "
        "sum first, to show that it is not a machine gun. What you wrote is still here."
    )


class TooFast(QuestionRefused):
    code = "QST-006"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "A great many questions are arriving right now, and one from your network has just been "
        "taken. Press once more: your browser does a small sum first. Without JavaScript, wait a "
        "minute before. What you wrote is still here."
    )


class CommentRefused(TextRefused):
    """A comment was not taken."""


class CommentsClosed(CommentRefused):
    code = "CMT-001"
    status = HTTPStatus.CONFLICT
    sentence = _("This page takes no comments any more. What you wrote is still here.")


class NothingSaid(CommentRefused):
    code = "CMT-002"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write your comment: a sentence is enough.")


class TooManyComments(CommentRefused):
    code = "CMT-003"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Very many comments came from your network in the last hour. "
        "Please send yours once more a little later: it is still here."
    )


class ReplyToNothing(CommentRefused):
    code = "CMT-004"
    status = HTTPStatus.CONFLICT
    sentence = _("The comment you answer is no longer shown. What you wrote is still here.")


class VoteRefused(TextRefused):
    """A vote was not taken, and no row was written."""


class VoteUnknown(VoteRefused):
    code = "VOT-001"
    status = HTTPStatus.NOT_FOUND
    sentence = _("There is no such question, or it is no longer shown.")


class VotesClosed(VoteRefused):
    code = "VOT-002"
    status = HTTPStatus.CONFLICT
    sentence = _("The vote on this theme is closed.")


class VoterForged(VoteRefused):
    code = "VOT-003"
    status = HTTPStatus.FORBIDDEN
    sentence = _("We did not make this ballot. Reload the page and vote once more.")


class VoterUnknown(VoteRefused):
    code = "VOT-004"
    status = HTTPStatus.UNAUTHORIZED
    sentence = _("Your browser sent no ballot. Allow cookies of this site to vote.")


class VoteFromElsewhere(VoteRefused):
    code = "VOT-005"
    status = HTTPStatus.FORBIDDEN
    sentence = _("Votes are cast on this site, not from another one.")


class VoteNotAPost(VoteRefused):
    code = "VOT-006"
    status = HTTPStatus.METHOD_NOT_ALLOWED
    sentence = _("A vote is sent with the button, not with a link.")


class VoteUnclear(VoteRefused):
    code = "VOT-007"
    sentence = _("A vote is 1, or 0 to take it back.")


class VoteNotWritten(VoteRefused):
    code = "VOT-008"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    sentence = _("Not counted yet: please try again in a moment.")
