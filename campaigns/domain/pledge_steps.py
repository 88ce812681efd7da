"""Which steps a person can take with a pledge as it stands."""

from campaigns.domain.confirm_delivery import OPEN, may_confirm
from campaigns.domain.give import COUNTING
from campaigns.domain.pledge_rights import may_activate, may_write
from campaigns.enums import PledgeState
from campaigns.models import Pledge
from users.models import User


def steps_for(user: User, pledge: Pledge) -> list[str]:
    """Return the names of the steps, the one that leads on first."""
    steps: list[str] = []
    if may_write(user):
        if pledge.state == PledgeState.DRAFT:
            steps += ["propose"]
        if pledge.state == PledgeState.PROPOSED:
            steps += ["countersign"]
    if may_activate(user) and pledge.state == PledgeState.COUNTERSIGNED:
        steps += ["activate"]
    if pledge.state in OPEN and pledge.delivered < pledge.unlocked and may_confirm(user, pledge):
        steps += ["confirm"]
    if may_write(user):
        if pledge.state in COUNTING and not hasattr(pledge, "replaced_by"):
            steps += ["amend"]
        if pledge.state in (PledgeState.PROPOSED, PledgeState.COUNTERSIGNED):
            steps += ["withdraw"]
    return steps
