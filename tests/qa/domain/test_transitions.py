"""No way leads from what is over to the public without somebody reading it again."""

from qa.domain.transitions import BY_AUTHOR, BY_TEAM
from qa.enums import PUBLIC_STATES, Action, TextState


def test_what_was_removed_must_be_read_again():
    ways = {
        action: one.leads_to
        for action, one in BY_TEAM.items()
        if TextState.REMOVED in one.comes_from and one.leads_to is not None
    }
    assert ways == {Action.RESTORE: TextState.PENDING}


def test_what_its_author_took_back_is_never_shown():
    ways = [
        action
        for action, one in BY_TEAM.items()
        if TextState.WITHDRAWN in one.comes_from and one.leads_to is not None
    ]
    assert ways == [Action.REMOVE]


def test_authors_show_nothing_themselves():
    assert all(one.leads_to not in PUBLIC_STATES for one in BY_AUTHOR.values())
