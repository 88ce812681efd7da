"""Themes, questions, votes and answers, and what is decided about public texts."""

from qa.models.answer import Answer
from qa.models.comment import LONGEST_COMMENT, Comment, CommentDraft
from qa.models.comment_settings import CommentSettings
from qa.models.decision import Decision, DecisionIsForEver
from qa.models.moderated import Moderated, ModeratedQuerySet
from qa.models.news import LONGEST_ALT, LONGEST_NEWS, ToldNews
from qa.models.notice import Notice
from qa.models.prepared import PreparedWords
from qa.models.presence import Presence
from qa.models.proposable import Proposable
from qa.models.public_words import PublicWords
from qa.models.question import LONGEST_QUESTION, Question, Vote
from qa.models.stop_list import StopList, StopMatch
from qa.models.theme import Theme

__all__ = [
    "LONGEST_ALT",
    "LONGEST_COMMENT",
    "LONGEST_NEWS",
    "LONGEST_QUESTION",
    "Answer",
    "Comment",
    "CommentDraft",
    "CommentSettings",
    "Decision",
    "DecisionIsForEver",
    "Moderated",
    "ModeratedQuerySet",
    "Notice",
    "PreparedWords",
    "Presence",
    "Proposable",
    "PublicWords",
    "Question",
    "StopList",
    "StopMatch",
    "Theme",
    "ToldNews",
    "Vote",
]
