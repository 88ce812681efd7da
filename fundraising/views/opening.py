"""Opening a collection page: one form, no account, no cookie.

The ticket of the form is all the authority there is, so what it needs is to be sent from our own
pages.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from audience.domain.form_tickets import key_of, new_ticket
from front.session import is_from_own_page
from fundraising.domain.check_words import PageWords
from fundraising.domain.open_page import PURPOSE, Opening, open_page
from fundraising.models import Fund
from fundraising.page_form import OpenForm, PageForm
from fundraising.refusals import CollectionRefused, SentFromElsewhere


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def open_fundraiser(request: HttpRequest) -> HttpResponse:
    """Take what a new page says, and send its owner the link to it."""
    key, status = key_of(request.POST.get("ticket", ""), PURPOSE), 200
    form = OpenForm(request.POST or None, initial=_begun(request))
    if request.method == "POST" and form.is_valid() and key is not None:
        try:
            ensure_from_own_page(request)
            open_page(_opening(form, key), request.META.get("REMOTE_ADDR", ""))
            return redirect("fundraiser_asked")
        except CollectionRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context = {
        "form": form,
        "ticket": request.POST["ticket"] if key else new_ticket(PURPOSE),
        "is_old": request.method == "POST" and key is None,
        "can_open": Fund.objects.open().exists(),
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "fundraising/open.html", context, status=status)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way: the same page for everybody."""
    return render(request, "fundraising/asked.html")


def ensure_from_own_page(request: HttpRequest) -> None:
    """Raise SentFromElsewhere for what another site sends."""
    if not is_from_own_page(request):
        raise SentFromElsewhere


def words_of(form: PageForm) -> PageWords:
    """Return the words that a valid form holds."""
    return PageWords(*(form.cleaned_data[name] for name in ("name", "reason", "title", "occasion")))


def _begun(request: HttpRequest) -> dict[str, object]:
    """Return what an address chooses beforehand: the cause."""
    wanted = Fund.objects.open().filter(cause__slug=request.GET.get("cause", "")[:60]).first()
    return {"fund": wanted} if wanted else {}


def _opening(form: OpenForm, key: str) -> Opening:
    typed = form.cleaned_data
    return Opening(
        key=key,
        email=typed["email"],
        fund=typed["fund"],
        words=words_of(form),
        goal_cents=typed["goal"],
        ends_on=typed["ends_on"],
        language=get_language() or "fr",
    )
