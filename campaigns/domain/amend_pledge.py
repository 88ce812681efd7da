"""Change a promise that runs: by a new version, which both sides sign again."""

from django.utils import timezone
from wagtail.log_actions import log

from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_rights import ensure_may_write
from campaigns.enums import PledgeState
from campaigns.models import Clause, Milestone, Pledge
from campaigns.refusals import AmendmentWaits
from users.models import User

_TERMS = (
    "meter",
    "sponsor",
    "beneficiary",
    "unit",
    "goods",
    "goods_en",
    "kinds",
    "cap",
    "starts_at",
    "ends_at",
    "delivery_due_on",
)


def amend_pledge(user: User, pledge: Pledge) -> Pledge:
    """Return a draft with the same terms that will replace `pledge` once it is activated.

    Until then the old version goes on counting. Raises MayNotPledge, WrongStep, or AmendmentWaits
    when there is such a draft already.
    """
    ensure_may_write(user)
    with locked_pledge(pledge, PledgeState.ACTIVE, PledgeState.CAPPED) as old:
        if Pledge.objects.filter(replaces=old).exists():
            raise AmendmentWaits
        new = Pledge.objects.create(
            replaces=old,
            version=old.version + 1,
            created_by=user,
            **{name: getattr(old, name) for name in _TERMS},
        )
        _copy_lines(old, new)
        log(instance=old, action="campaigns.pledge.amend", user=user)
        log(instance=new, action="wagtail.create", user=user)
    return new


def replace_old(new: Pledge, old: Pledge) -> None:
    """Close `old` and mark on `new` the milestones that were reached before it began.

    Called when `new` takes effect, with the meter locked.
    """
    old.state, old.closed_at = PledgeState.AMENDED, timezone.now()
    old.save(update_fields=["state", "closed_at"])
    reached = {one.acts: one.reached for one in old.milestones.all() if hasattr(one, "reached")}
    for milestone in new.milestones.all():
        before = reached.get(milestone.acts)
        if before is not None:
            before.pk, before.milestone, before._state.adding = None, milestone, True
            before.save(force_insert=True)


def _copy_lines(old: Pledge, new: Pledge) -> None:
    """Copy clauses and milestones, in their order."""
    models: tuple[type[Clause] | type[Milestone], ...] = (Clause, Milestone)
    for model in models:
        for line in model.objects.filter(pledge=old):
            line.pk, line.pledge, line._state.adding = None, new, True
            line.save(force_insert=True)
