"""Let a pledge take effect: from now on acts count for it, and its terms never change."""

from django.utils import timezone
from wagtail.log_actions import log

from campaigns.domain.amend_pledge import replace_old
from campaigns.domain.announce import announce
from campaigns.domain.check_pledge import check_against_old, check_dates, check_terms
from campaigns.domain.give import COUNTING, terms_of
from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_rights import ensure_may_activate
from campaigns.domain.write_entry import hand_over, take_back, write_entry
from campaigns.enums import EntryKind, NewsEvent, PledgeState
from campaigns.models import Pledge
from campaigns.refusals import ReplacedIsOver, SignatureMissing
from users.models import User


def activate_pledge(user: User, pledge: Pledge) -> Pledge:
    """Write what is promised, and what is given outright, into the ledger; begin to count.

    A version that replaces another goes on from its tally, unlocked and delivered. Returns the
    pledge as it is now. Raises MayNotPledge, WrongStep, SignatureMissing, ReplacedIsOver, or what
    the checks of `check_pledge` raise; then nothing has changed.
    """
    ensure_may_activate(user)
    states = (PledgeState.DRAFT, PledgeState.PROPOSED, PledgeState.COUNTERSIGNED)
    with locked_pledge(pledge, *states) as pledge:
        _ensure_signed(pledge)
        check_terms(pledge)
        check_dates(pledge, timezone.now())
        if pledge.replaces is None:
            _begin(pledge)
        else:
            _go_on(pledge, Pledge.objects.with_terms().get(pk=pledge.replaces_id))
        at_the_end = pledge.tally >= terms_of(pledge).acts_to_the_end
        pledge.state = PledgeState.CAPPED if at_the_end else PledgeState.ACTIVE
        pledge.activated_at = timezone.now()
        pledge.save()
        announce(pledge, NewsEvent.AMENDED if pledge.replaces_id else NewsEvent.ACTIVATED)
        log(instance=pledge, action="campaigns.pledge.activate", user=user)
    return pledge


def _ensure_signed(pledge: Pledge) -> None:
    if not pledge.sponsor_signed_by:
        raise SignatureMissing(organisation=pledge.sponsor)
    if not pledge.beneficiary_signed_by:
        raise SignatureMissing(organisation=pledge.beneficiary)


def _begin(pledge: Pledge) -> None:
    pledge.unlocked = terms_of(pledge).units(0)
    write_entry(pledge, EntryKind.PROMISED, pledge.cap)
    write_entry(pledge, EntryKind.UNLOCKED, pledge.unlocked)


def _go_on(pledge: Pledge, old: Pledge) -> None:
    """Take over from `old`. What was delivered stays in its lines; all that is open comes here.

    So the figures of `pledge` are the sums over the lines of all its versions, and the lines of
    each version balance by themselves.
    """
    if old.state not in COUNTING:
        raise ReplacedIsOver
    check_against_old(pledge, old)
    note = f"{old.pk} → {pledge.pk}"
    hand_over(old, pledge, old.unlocked - old.delivered, note)
    take_back(old, EntryKind.PROMISED, old.cap - old.unlocked, note)
    write_entry(pledge, EntryKind.PROMISED, pledge.cap - old.unlocked, note)
    pledge.tally, pledge.delivered = old.tally, old.delivered
    pledge.unlocked = terms_of(pledge).units(old.tally)
    write_entry(
        pledge,
        EntryKind.UNLOCKED,
        pledge.unlocked - old.unlocked,
        note,
        tally_to=old.tally,
    )
    replace_old(pledge, old)
