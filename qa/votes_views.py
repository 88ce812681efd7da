"""What is striking about votes, for lead moderators, who can set some aside and take that back."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.auth import permission_denied, require_admin_access

from front.forms import number_in
from qa.desk import themes_with_counts
from qa.domain.exclude_votes import exclude_in_theme, exclude_votes, include_votes
from qa.domain.list_aside import aside_by_decision, questions_with_votes
from qa.domain.meant_votes import read_meant
from qa.domain.rights import LEAD, MODERATE
from qa.domain.study_votes import study_votes
from qa.domain.tell_votes import findings, plot_votes
from qa.models import Decision, Question, Theme, Vote
from qa.refusals import TextRefused
from users.models import User

PER_PAGE = 50
View = Callable[..., HttpResponse]


def for_leads(view: View) -> View:
    """Open `view` to lead moderators."""

    @require_admin_access
    @never_cache
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(LEAD):
            return permission_denied(request)
        return view(request, *args, **kwargs)

    return checked


def may_see_votes(user: User) -> bool:
    """Say whether `user` may export questions and votes, at least."""
    return user.has_perm(MODERATE) or user.has_perm(LEAD)


@require_admin_access
@never_cache
@require_safe
def votes(request: HttpRequest) -> HttpResponse:
    """Show the themes that have questions, with their files."""
    user = cast(User, request.user)
    if not may_see_votes(user):
        return permission_denied(request)
    context = {"themes": themes_with_counts(), "may_study": user.has_perm(LEAD)}
    return render(request, "qa/admin/votes.html", context)


@for_leads
@require_http_methods(["GET", "HEAD", "POST"])
def theme_votes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is striking about the votes of a theme, and its questions by votes."""
    theme = get_object_or_404(Theme, pk=pk)
    if request.method == "POST" and _is_done(request, lambda: _exclude(request, theme)):
        return redirect(request.path)
    study = study_votes(Vote.objects.filter(question__theme=theme))
    page = Paginator(questions_with_votes(theme), PER_PAGE).get_page(request.GET.get("p"))
    context = {"theme": theme, "page": page, "study": study, "note": request.POST.get("note", "")}
    context |= {"findings": findings(study), "plot": plot_votes(study)}
    return render(request, "qa/admin/theme_votes.html", context)


@for_leads
@require_http_methods(["GET", "HEAD", "POST"])
def question_votes(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is striking about the votes for a question, each of them, and what is set aside."""
    question = get_object_or_404(Question.objects.select_related("theme"), pk=pk)
    if request.method == "POST" and _is_done(request, lambda: _exclude(request, question)):
        return redirect(request.path)
    study = study_votes(question.votes.all())
    rows = Paginator(question.votes.order_by("-cast_at", "-pk"), PER_PAGE)
    context = {"question": question, "study": study, "page": rows.get_page(request.GET.get("p"))}
    context |= {"findings": findings(study), "plot": plot_votes(study)}
    context |= {"aside": aside_by_decision(question), "note": request.POST.get("note", "")}
    return render(request, "qa/admin/question_votes.html", context)


def _is_done(request: HttpRequest, deed: Callable[[], int]) -> bool:
    """Do what a form asks for, and say so or why not."""
    try:
        number = deed()
    except TextRefused as refusal:
        messages.error(request, str(refusal))
        return False
    if request.POST.get("deed") == "include":
        said = ngettext("%(number)s vote counts again.", "%(number)s votes count again.", number)
    else:
        said = ngettext(
            "%(number)s vote was set aside.", "%(number)s votes were set aside.", number
        )
    messages.success(request, said % {"number": number})
    return True


def _exclude(request: HttpRequest, subject: Question | Theme) -> int:
    """Set aside, or count again, what the form means. Raises a TextRefused."""
    sent, note, user = request.POST, request.POST.get("note", ""), cast(User, request.user)
    meant = read_meant(sent.dict(), sent.getlist("votes"))
    if isinstance(subject, Theme):
        return exclude_in_theme(subject, meant, user=user, note=note)
    if sent.get("deed") == "include":
        known = Decision.objects.filter(kind=Question.kind, subject_id=subject.pk)
        decision = get_object_or_404(known, pk=number_in(sent.get("decision", "")))
        return include_votes(subject, decision, user=user, note=note)
    seen = number_in(sent.get("seen", ""))
    return exclude_votes(subject, meant, user=user, note=note, seen=seen)
