"""Commenting, confirming, and the commenter's own page.

None of these pages sets a cookie: the ticket of the form, the token of the mail and the key in the
address are all the authority there is, so what they need is to be sent from our own pages.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from audience.domain.form_tickets import key_of, new_ticket
from front.session import hide_address
from qa.asking_views import ensure_from_own_page
from qa.comment_form import CommentForm
from qa.commented import commented_page
from qa.domain.confirm_comment import confirm_comment, draft_at
from qa.domain.object_to_refusal import may_object_to_refusal, object_to_refusal
from qa.domain.own_comment import erase_comment, exported_comment, withdraw_comment
from qa.domain.post_comment import PURPOSE, Words, ensure_open, post_comment
from qa.domain.show_comments import THREADS_PER_PAGE, comments_in, threads_of
from qa.domain.tell_answered import comment_to_end, stop_replies
from qa.models import LONGEST_COMMENT, Comment, CommentDraft
from qa.refusals import TextRefused
from qa.views import fresh


def comments(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show all comments of a page, thread by thread."""
    page = _page(page_id)
    threads = threads_of(page, request.GET.get("page"))
    context = {"page": page, "threads": threads, "comments": comments_in(page, threads)}
    return fresh(render(request, "qa/comments_page.html", context))


def comment(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the place of a comment: on its page, or on the list of all of them."""
    found = get_object_or_404(Comment.objects.public().select_related("page"), code=code)
    page = _page(found.page_id)
    newer = Comment.objects.public().filter(page=page, thread_id__gt=found.thread_id)
    before = newer.values("thread_id").distinct().count()
    if before < THREADS_PER_PAGE:
        return fresh(redirect(f"{page.url}#c-{code}"))
    number = before // THREADS_PER_PAGE + 1
    return fresh(redirect("comments", page.pk, query={"page": number}, fragment=f"c-{code}"))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def write(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a comment. What was begun on another page comes along in its address."""
    page = _page(page_id)
    parent, ticket = _parent(request, page), request.POST.get("ticket", "")
    key, status = key_of(ticket, PURPOSE), 200
    begun = {"text": request.GET.get("texte", "")[:LONGEST_COMMENT]}
    form, refused = CommentForm(request.POST or None, initial=begun), None
    try:
        ensure_open(page, None)
        if request.method == "POST" and form.is_valid() and key is not None:
            ensure_from_own_page(request)
            words = Words(key, language=(get_language() or "fr")[:2], **form.cleaned_data)
            made = post_comment(page, words, request.META.get("REMOTE_ADDR", ""), parent)
            return _made(request, page, made)
    except TextRefused as refusal:
        refused, status = refusal, refusal.status
        if form.is_bound:
            form.add_error(None, str(refusal))
    context = {
        "page": page,
        "form": form,
        "parent": parent,
        "ticket": ticket if key else new_ticket(PURPOSE),
        "refusal": None if form.is_bound else refused,
        "is_old": request.method == "POST" and key is None,
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "qa/comment_write.html", context, status=status)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, since programs that look for malice open links; pressing it confirms."""
    draft, refusal = draft_at(token), None
    if request.method == "POST" and draft is not None:
        try:
            return redirect(confirm_comment(draft).get_private_url())
        except TextRefused as refused:
            refusal = refused
    context = {"draft": draft, "refusal": refusal}
    status = refusal.status if refusal else 200 if draft else 410
    return hide_address(render(request, "qa/comment_confirm.html", context, status=status))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_comment(request: HttpRequest, key: str) -> HttpResponse:
    """Show somebody where their comment stands; let them withdraw or erase it."""
    found = _own(key)
    if request.method != "POST":
        return _own_page(request, found)
    try:
        ensure_from_own_page(request)
        deed = _DEEDS.get(request.POST.get("deed", ""))
        if deed is not None:
            deed(found, request)
    except TextRefused as refusal:
        return _own_page(request, found, refusal)
    if request.POST.get("deed") == "erase":
        return hide_address(render(request, "qa/comment_erased.html", {"page": found.page}))
    return redirect(found.get_private_url())


@require_safe
@never_cache
def export_comment(request: HttpRequest, key: str) -> HttpResponse:
    """Give somebody all that is kept of their comment."""
    found = _own(key)
    style = {"indent": 2, "ensure_ascii": False}
    answer = JsonResponse(exported_comment(found), json_dumps_params=style)
    answer["Content-Disposition"] = f'attachment; filename="comment-{found.code}.json"'
    return hide_address(answer)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def end_replies(request: HttpRequest, token: str) -> HttpResponse:
    """End the mails on POST, from a mail program too (RFC 8058); show a button on GET."""
    found = comment_to_end(token)
    if request.method == "POST" and found is not None:
        stop_replies(found)
    context = {"comment": found, "is_ended": found is not None and not found.followup}
    page = render(request, "qa/end_mail.html", context, status=200 if found else 410)
    return hide_address(page)


_DEEDS: dict[str, Callable[[Comment, HttpRequest], object]] = {
    "withdraw": lambda comment, _request: withdraw_comment(comment),
    "erase": lambda comment, _request: erase_comment(comment),
    "forget_address": lambda comment, _request: stop_replies(comment),
    "object": lambda comment, request: object_to_refusal(
        comment, request.POST.get("objection", "")
    ),
}


def _page(pk: int) -> Page:
    page = commented_page(pk)
    if page is None:
        raise Http404
    return page


def _parent(request: HttpRequest, page: Page) -> Comment | None:
    code = request.POST.get("reponse", "") or request.GET.get("reponse", "")
    if not code:
        return None
    found: Comment = get_object_or_404(Comment.objects.filter(page=page), code=code)
    return found


def _made(request: HttpRequest, page: Page, made: Comment | CommentDraft) -> HttpResponse:
    if isinstance(made, Comment):
        return redirect(made.get_private_url())
    return render(request, "qa/comment_sent.html", {"page": page, "draft": made})


def _own(key: str) -> Comment:
    known = Comment.objects.select_related("page").exclude(comment="")
    found: Comment = get_object_or_404(known, key=key)
    return found


def _own_page(
    request: HttpRequest, found: Comment, refusal: TextRefused | None = None
) -> HttpResponse:
    context = {
        "comment": found,
        "page": found.page,
        "refusal": refusal,
        "may_object": may_object_to_refusal(found),
    }
    status = refusal.status if refusal else 200
    return hide_address(render(request, "qa/own_comment.html", context, status=status))
