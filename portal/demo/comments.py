"""The demo's comments: said, read and answered as people would."""

from episodes.models import EpisodePage
from portal.demo.drawing import typeset
from portal.demo.texts import COMMENTS, CommentText
from qa.domain.answer_question import Said
from qa.domain.decide import decide
from qa.domain.post_comment import Words, keep_comment
from qa.domain.reply_officially import reply_officially
from qa.enums import Action
from qa.models import Comment
from qa.models.keys import new_key
from users.models import User


def make_comments(team: User) -> None:
    """Say the demo's comments under its episodes."""
    said: list[Comment] = []
    for text in COMMENTS:
        parent = said[-text.answers] if text.answers else None
        said.append(_say(team, text, parent))


def _say(team: User, text: CommentText, parent: Comment | None) -> Comment:
    words = typeset(text.text)
    if text.is_official and parent is not None:
        reply_officially(parent, team, Said(words, text.name))
        return Comment.objects.filter(is_official=True).latest("pk")
    page = EpisodePage.objects.get(slug=text.episode, locale__language_code="fr")
    comment = keep_comment(page, Words(new_key(), words, text.name), parent)
    return decide(comment, Action.APPROVE, user=team) if text.is_shown else comment
