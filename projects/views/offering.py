"""Becoming a godparent: a firm's offer, its proof by mail, and where whoever made it sees it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from audience.domain.form_tickets import key_of, new_ticket
from audience.domain.mailbox_links import begin_session, end_session, key_in, link_in
from front.session import hide_address
from projects.domain.list_projects import shown_projects
from projects.domain.offer_adoption import FORM, Offered, enter_offer, offer_adoption
from projects.domain.standing import standing_of
from projects.domain.tell_offerer import PURPOSE
from projects.enums import Standing
from projects.models import Offer
from projects.offer_form import OfferForm
from projects.refusals import LinkIsOver, ProjectRefused
from projects.views.proposing import ensure_from_own_page, network_of


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def offer(request: HttpRequest, slug: str) -> HttpResponse:
    """Take what a firm offers, and send who speaks for it the link."""
    project = get_object_or_404(shown_projects(), slug=slug)
    key, status = key_of(request.POST.get("ticket", ""), FORM), 200
    form = OfferForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and key is not None:
        try:
            ensure_from_own_page(request)
            offer_adoption(project, _offered(form, key), network_of(request))
            return redirect("godparent_asked")
        except ProjectRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context = {
        "form": form,
        "project": project,
        "ticket": request.POST["ticket"] if key else new_ticket(FORM),
        "is_old": request.method == "POST" and key is None,
        "is_looking": standing_of(project) == Standing.LOOKING,
    }
    status = 422 if (form.errors or context["is_old"]) and status == 200 else status
    return render(request, "projects/offer.html", context, status=status)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way: the same page for everybody."""
    return render(request, "projects/offer_asked.html")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def enter_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, since programs open links; pressing it sends the offer to the team."""
    link, refusal = link_in(token, PURPOSE), None
    if request.method == "POST":
        try:
            ensure_from_own_page(request)
            if link is None:
                raise LinkIsOver
            made = enter_offer(link)
            begin_session(request.session, PURPOSE, made.code, 0)
            return redirect(made.get_private_url())
        except ProjectRefused as refused:
            refusal = refused
    is_good = link is not None and link.is_good and not isinstance(refusal, LinkIsOver)
    context = {"is_good": is_good, "refusal": refusal}
    status = refusal.status if refusal else 200 if is_good else 410
    return hide_address(render(request, "projects/offer_enter.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_offer(request: HttpRequest, code: str) -> HttpResponse:
    """Show who made an offer where it stands; erase it when they want that."""
    held = key_in(request.session, PURPOSE)
    if held is None or held[0] != code:
        return redirect("projects")
    made = get_object_or_404(Offer.objects.select_related("project"), code=code)
    if request.method == "POST":
        made.delete()
        end_session(request.session, PURPOSE)
        return render(request, "projects/offer_erased.html")
    return render(request, "projects/own_offer.html", {"offer": made})


def _offered(form: OfferForm, key: str) -> Offered:
    typed = form.cleaned_data
    said = {name: typed[name] for name in ("email", "firm", "name", "title", "words")}
    return Offered(key, **said, language=get_language() or "fr")
