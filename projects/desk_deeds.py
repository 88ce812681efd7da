"""What the team's screen of a project can do: each deed with the sentence that it leaves."""

from collections.abc import Callable
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from campaigns.models import Pledge
from front.forms import number_in
from projects.domain.adopt import adopt, part
from projects.domain.decide_change import approve_change, decline_change
from projects.domain.offer_adoption import answer_offer
from projects.domain.post_news import news_of
from projects.models import Offer, Project
from qa.domain.assign_text import assign_text
from qa.domain.decide import decide
from qa.enums import Action
from qa.models import Moderated
from users.models import User

_LONGEST_NOTE = 300


def do(project: Project, user: User, form: Any) -> str:
    """Do what was pressed and return the sentence that says so. Raises what was refused."""
    deed = form.get("deed", "")
    if form.get("news"):
        return _with_news(project, user, form)
    return _DEEDS.get(deed, _reject)(project, user, form)


def _take(project: Project, user: User, form: Any) -> str:
    assign_text(project, user.pk, user, _seen(form))
    return _("You read it now. The proposer knows that somebody does.")


def _approve(project: Project, user: User, form: Any) -> str:
    decide(project, Action.APPROVE, user=user, seen=_seen(form))
    return _("The project is published, and its proposer knows.")


def _hide(project: Project, user: User, form: Any) -> str:
    decide(project, Action.HIDE, user=user, seen=_seen(form))
    return _("The project is hidden for now, and its proposer knows.")


def _reject(project: Project, user: User, form: Any) -> str:
    _decline(project, user, form)
    return _("The project was refused. Its proposer reads why, and can answer.")


def _approve_change(project: Project, user: User, form: Any) -> str:
    approve_change(project, user, _seen(form))
    return _("The change is online, and the proposer knows.")


def _decline_change(project: Project, user: User, form: Any) -> str:
    decline_change(project, user, _seen(form), form.get("note", ""))
    return _("The project stays as it is. The proposer reads why.")


def _adopt(project: Project, user: User, form: Any) -> str:
    pledge = Pledge.objects.filter(pk=number_in(form.get("pledge", ""))).first()
    adopt(project, pledge, user, _seen(form))
    return _("Linked. The project is adopted as soon as, and as long as, the pledge is signed.")


def _part(project: Project, user: User, form: Any) -> str:
    part(project, user, _seen(form), form.get("note", ""))
    return _("The link is off: the project looks for a godparent again.")


def _answer(project: Project, user: User, form: Any) -> str:
    offers = Offer.objects.filter(project=project, proved_at__isnull=False)
    offer = get_object_or_404(offers, pk=number_in(form.get("offer", "")))
    answer_offer(offer, user, form.get("answer", ""))
    return _("The answer is on its way.")


def _with_news(project: Project, user: User, form: Any) -> str:
    news = get_object_or_404(news_of(project), pk=number_in(form["news"]))
    match form.get("deed", ""):
        case Action.APPROVE:
            decide(news, Action.APPROVE, user=user, seen=_seen(form))
            return _("The news are online.")
        case Action.HIDE:
            decide(news, Action.HIDE, user=user, seen=_seen(form))
            return _("The news are hidden for now.")
        case _:
            _decline(news, user, form)
            return _("The news were not approved. Their author reads why.")


def _decline(text: Moderated, user: User, form: Any) -> None:
    note, reason = form.get("note", "")[:_LONGEST_NOTE], form.get("reason", "")
    decide(text, Action.REJECT, user=user, seen=_seen(form), reason=reason, note=note)


def _seen(form: Any) -> int:
    return number_in(form.get("seen", ""))


_DEEDS: dict[str, Callable[[Project, User, Any], str]] = {
    "take": _take,
    Action.APPROVE: _approve,
    Action.HIDE: _hide,
    "approve_change": _approve_change,
    "decline_change": _decline_change,
    "adopt": _adopt,
    "part": _part,
    "answer": _answer,
}
