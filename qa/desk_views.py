"""The moderation desk: one queue, decided by mouse, keyboard or in bulk.

With JavaScript a decision comes back as the row it changed; without, as the page.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import require_admin_access

from qa.desk import PILES, pile, row_of, rows_of, themes_with_counts
from qa.domain.answer_question import answer_question
from qa.domain.decide import decide
from qa.domain.rights import MODERATE, PRESENT, REMOVE, SORT
from qa.domain.undo_decision import undo_decision
from qa.enums import Action, RefusalReason
from qa.models import Question
from qa.refusals import DoesNotFollow, TextRefused
from users.models import User

PER_PAGE = 40
_RIGHTS = (SORT, MODERATE, PRESENT, REMOVE)
_UNDO = "undo"


def may_see_desk(user: User) -> bool:
    """Say whether `user` has any work on the desk."""
    return any(user.has_perm(right) for right in _RIGHTS)


@require_admin_access
@never_cache
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Show a pile of questions."""
    user = _moderator(request)
    name = request.GET.get("pile", "waiting")
    name = name if name in PILES else "waiting"
    theme = _theme_id(request)
    page = Paginator(pile(name, theme), PER_PAGE).get_page(request.GET.get("p"))
    themes = list(themes_with_counts())
    context = {
        "rows": rows_of(page, user),
        "page": page,
        "pile": name,
        "piles": [(key, label) for key, (label, _states) in PILES.items()],
        "theme": theme,
        "themes": themes,
        "waiting": sum(one.waiting for one in themes),
        "reasons": RefusalReason.choices,
        "newest": max((one.pk for one in pile("waiting", theme)[:PER_PAGE]), default=0),
        "may_moderate": user.has_perm(MODERATE),
    }
    return render(request, "qa/admin/desk.html", context)


@require_admin_access
@never_cache
@require_POST
def decide_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one decision about one question."""
    user = _moderator(request)
    question = get_object_or_404(Question.objects.select_related("theme"), pk=pk)
    deed = request.POST.get("deed", "")
    try:
        question = _do(question, user, deed, request)
        row = row_of(question, user, done=_said(deed), can_undo=deed not in (_UNDO, Action.ANSWER))
        status = 200
    except TextRefused as refusal:
        question.refresh_from_db()
        typed = {name: request.POST.get(name, "") for name in ("words", "note", "answer")}
        row = row_of(question, user, refusal=str(refusal), typed=typed)
        status = refusal.status
    if "application/json" not in request.headers.get("Accept", ""):
        tell = messages.error if row.refusal else messages.success
        tell(request, row.refusal or row.done)
        return redirect(_back(request))
    context = {
        "row": row,
        "reasons": RefusalReason.choices,
        "may_moderate": user.has_perm(MODERATE),
    }
    html = render_to_string("qa/admin/row.html", context, request)
    return JsonResponse({"row": html, "said": row.refusal or row.done}, status=status)


@require_admin_access
@never_cache
@require_POST
def decide_many(request: HttpRequest) -> HttpResponse:
    """Take the same decision about the chosen questions; what somebody else was faster at stays."""
    user = _moderator(request)
    deed, done, refused = request.POST.get("deed", ""), 0, 0
    for chosen in request.POST.getlist("chosen")[:PER_PAGE]:
        pk, _sep, seen = chosen.partition(":")
        question = Question.objects.filter(pk=_number(pk)).first()
        if question is None:
            continue
        try:
            _do(question, user, deed, request, seen=_number(seen))
            done += 1
        except TextRefused as refusal:
            refused, last = refused + 1, refusal
    if done:
        said = ngettext("%(number)s question: %(deed)s", "%(number)s questions: %(deed)s", done)
        messages.success(request, said % {"number": done, "deed": _said(deed)})
    if refused:
        said = ngettext(
            "%(number)s question stayed as it was: %(why)s",
            "%(number)s questions stayed as they were: %(why)s",
            refused,
        )
        messages.error(request, said % {"number": refused, "why": last})
    return redirect(_back(request))


@require_admin_access
@never_cache
@require_safe
def news(request: HttpRequest) -> JsonResponse:
    """Say how many questions came to the pile since the page was made."""
    _moderator(request)
    since = _number(request.GET.get("since", ""))
    more = pile("waiting", _theme_id(request)).filter(pk__gt=since).count()
    said = ngettext("Show %(number)s new question", "Show %(number)s new questions", more)
    return JsonResponse({"more": more, "said": said % {"number": more}})


def _moderator(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not may_see_desk(user):
        raise PermissionDenied
    return user


def _do(
    question: Question, user: User, deed: str, request: HttpRequest, seen: int | None = None
) -> Question:
    """Do what was asked for to `question`. Raises a TextRefused."""
    seen = _number(request.POST.get("seen", "")) if seen is None else seen
    if deed == _UNDO:
        return undo_decision(question, user, seen)
    if deed == Action.ANSWER:
        by = request.POST.get("spoken_by", "")[:200]
        return answer_question(
            question, user, request.POST.get("answer", ""), seen=seen, spoken_by=by
        )
    if deed not in Action:
        raise DoesNotFollow(state=question.get_state_display())
    changes = {"words": " ".join(request.POST.get("words", "").split())[:200]}
    return decide(
        question,
        Action(deed),
        user=user,
        seen=seen,
        reason=request.POST.get("reason", ""),
        note=request.POST.get("note", "")[:300],
        **(changes if deed == Action.EDIT else {}),
    )


def _said(deed: str) -> str:
    return {
        Action.APPROVE: _("Shown."),
        Action.REJECT: _("Declined. Its author can read why."),
        Action.HIDE: _("Hidden."),
        Action.HOLD: _("Back among those that wait."),
        Action.EDIT: _("Changed. What was sent is kept."),
        Action.STAR: _("Starred."),
        Action.UNSTAR: _("The star is off."),
        Action.ANSWER: _("Answered, and online."),
        _UNDO: _("Undone."),
    }.get(deed, "")


def _theme_id(request: HttpRequest) -> int | None:
    number = _number(request.GET.get("theme", ""))
    return number if number >= 0 else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else -1


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return wanted if is_ours else reverse("desk")
