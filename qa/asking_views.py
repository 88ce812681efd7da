"""Asking, and the asker's own page.

None of these pages sets a cookie: the ticket of the form and the key in the address are all the
authority there is, so what they need is to be sent from our own pages.
"""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from audience.domain.form_tickets import key_of, new_ticket
from front.forms import number_in
from front.session import hide_address, is_from_own_page
from qa.ask_form import AskForm
from qa.domain.ask_question import PURPOSE, ask_question
from qa.domain.flood import is_flood, new_sum
from qa.domain.object_to_refusal import may_object_to_refusal, object_to_refusal
from qa.domain.own_question import (
    change_question,
    erase_question,
    exported,
    withdraw_question,
)
from qa.domain.similar import similar_questions
from qa.domain.tell_asker import take_address_off
from qa.flooded_page import answer_flood
from qa.models import LONGEST_QUESTION, Question
from qa.refusals import AskedFromElsewhere, TextRefused
from qa.views import theme_at

_FLOODED = HTTPStatus.TOO_MANY_REQUESTS


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a question. What was begun on another page comes along in its address."""
    theme = theme_at(slug)
    if request.method == "POST" and (refused := answer_flood(request, theme)):
        return refused
    ticket = request.POST.get("ticket", "")
    key, status = key_of(ticket, PURPOSE), 200
    draft = Question(theme=theme, key=key or "", language=get_language() or "fr")
    begun = {"text": request.GET.get("texte", "")[:LONGEST_QUESTION]}
    form = AskForm(request.POST or None, instance=draft, theme=theme, initial=begun)
    if request.method == "POST" and form.is_valid() and key is not None:
        try:
            ensure_from_own_page(request)
            asked = ask_question(
                form.instance, request.META.get("REMOTE_ADDR", ""), request.POST.get("sum", "")
            )
            return redirect(asked.get_private_url())
        except TextRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    if form.errors and status == 200:
        status = 422
    text = form["text"].value() or ""
    ticket = ticket if key else new_ticket(PURPOSE)
    context = {
        "theme": theme,
        "form": form,
        "ticket": ticket,
        "sum": new_sum(key_of(ticket, PURPOSE) or "") if is_flood(theme.pk) else "",
        "is_old": request.method == "POST" and key is None,
        # A flood is answered with as little work as can be.
        "similar": similar_questions(theme, text) if text.strip() and status != _FLOODED else [],
    }
    page = "qa/ask_flooded.html" if status == _FLOODED else "qa/ask.html"
    return render(request, page, context, status=status)


@require_safe
@never_cache
def similar(request: HttpRequest, slug: str) -> HttpResponse:
    """Return, as a piece of HTML, the public questions that are like what somebody is typing."""
    theme = theme_at(slug)
    text = request.GET.get("texte", "")[:LONGEST_QUESTION]
    found = similar_questions(theme, text) if len(text.split()) > 1 else []
    return render(request, "qa/similar.html", {"similar": found, "theme": theme})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_question(request: HttpRequest, key: str) -> HttpResponse:
    """Show the asker where their question stands; let them change, withdraw or erase it."""
    found = _own(key)
    if request.method != "POST":
        return _own_page(request, found)
    try:
        ensure_from_own_page(request)
        return _DEEDS.get(request.POST.get("deed", ""), _change)(request, found)
    except TextRefused as refusal:
        return _own_page(request, found, refusal)


@require_safe
@never_cache
def export_own(request: HttpRequest, key: str) -> HttpResponse:
    """Give the asker all that is kept of their question."""
    found = _own(key)
    answer = JsonResponse(exported(found), json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="question-{found.code}.json"'
    return hide_address(answer)


def _change(request: HttpRequest, question: Question) -> HttpResponse:
    version = number_in(request.POST.get("seen", ""))
    change_question(question, request.POST.get("text", "")[:LONGEST_QUESTION], version)
    return redirect(question.get_private_url())


def _withdraw(request: HttpRequest, question: Question) -> HttpResponse:
    withdraw_question(question)
    return redirect(question.get_private_url())


def _erase(request: HttpRequest, question: Question) -> HttpResponse:
    erase_question(question)
    return hide_address(render(request, "qa/erased.html", {"theme": question.theme}))


def _forget_address(request: HttpRequest, question: Question) -> HttpResponse:
    take_address_off(question)
    return redirect(question.get_private_url())


def _object(request: HttpRequest, question: Question) -> HttpResponse:
    object_to_refusal(question, request.POST.get("objection", ""))
    return redirect(question.get_private_url())


_DEEDS = {
    "object": _object,
    "change": _change,
    "withdraw": _withdraw,
    "erase": _erase,
    "forget_address": _forget_address,
}


def _own_page(
    request: HttpRequest, question: Question, refusal: TextRefused | None = None
) -> HttpResponse:
    context = {
        "question": question,
        "theme": question.theme,
        "answers": question.answers.select_related("spoken_for", "film"),
        "refusal": refusal,
        "may_object": may_object_to_refusal(question),
        "typed": request.POST.get("text", question.text),
        "longest": LONGEST_QUESTION,
    }
    status = refusal.status if refusal else 200
    return hide_address(render(request, "qa/own_question.html", context, status=status))


def _own(key: str) -> Question:
    known = Question.objects.select_related("theme", "merged_into").exclude(text="")
    return get_object_or_404(known, key=key)


def ensure_from_own_page(request: HttpRequest) -> None:
    """Raise AskedFromElsewhere for what another site sends."""
    if not is_from_own_page(request):
        raise AskedFromElsewhere
