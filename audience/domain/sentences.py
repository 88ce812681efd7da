"""What a person is told about their act."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from audience.enums import Reason, Verdict

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_COUNTED = _("Counted. Thank you!")
_TO_VERIFY = _(
    "Received. Very many acts came from your network just now, so the team looks at them before "
    "they count. Nothing is lost."
)
_REFUSED: dict[str, "_StrPromise"] = {
    Reason.ALREADY_COUNTED: _("You are already counted for today. Come back tomorrow!"),
    Reason.TOKEN_USED: _("This button was already used. Reload the page for a new one."),
    Reason.TOKEN_EXPIRED: _("This page stood open for too long. Reload it and press again."),
    Reason.TOKEN_FORGED: _("This button does not belong to this page. Reload it and press again."),
    Reason.TOO_FAST: _("That was very fast. Wait a second and press again."),
    Reason.NOT_A_POST: _("A link alone counts nothing: press the button on the page."),
    Reason.PREFETCH: _("Your browser loaded this in advance. Press the button to be counted."),
    Reason.BOT: _("Your program looks like a robot, and robots are not counted."),
    Reason.TEAM: _("You are logged in as a member of the team, and the team does not count."),
    Reason.NOT_OPEN_YET: _("The count has not begun yet."),
    Reason.CLOSED: _("The count is over. Thank you for coming!"),
    Reason.BY_HAND: _("The team looked at this act and did not count it."),
    Reason.REVOKED: _("This act was declared wrongly and has been taken back: it counts no more."),
}


def sentence_for(verdict: str, reason: str) -> "_StrPromise":
    """Return what happened to an act, what it means and what to do now, in one breath."""
    if verdict == Verdict.COUNTED:
        return _COUNTED
    if verdict == Verdict.TO_VERIFY:
        return _TO_VERIFY
    return _REFUSED[reason]
