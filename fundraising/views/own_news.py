"""The news of one's page: told, looked after, taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from audience.domain.form_tickets import key_of, new_ticket
from fundraising.domain.first_state import is_read_before
from fundraising.domain.post_news import PURPOSE, news_of, post_news, take_back_news
from fundraising.domain.read_picture import read_picture
from fundraising.domain.sign_in import supporter_of
from fundraising.models import Fundraiser
from fundraising.news_form import NewsForm
from fundraising.refusals import CollectionRefused
from fundraising.views.own import own_page
from media.gateways.people_pictures import DescribedPicture
from qa.refusals import TextRefused

TAKE_BACK = "take_back"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_news(request: HttpRequest, code: str) -> HttpResponse:
    """Show the owner what was told and where it stands; take news, or take them back."""
    if supporter_of(request.session) is None:
        return redirect("own_pages")
    page, form, status = own_page(request, code), NewsForm(), 200
    if request.method == "POST":
        form = NewsForm(request.POST)
        status = _press(request, page, form)
        if status == 302:
            return redirect("own_news", code)
    ticket = request.POST.get("ticket", "")
    context = {
        "fundraiser": page,
        "form": form,
        "told": news_of(page),
        "had_picture": bool(request.FILES.get("picture")),
        "ticket": ticket if key_of(ticket, PURPOSE) else new_ticket(PURPOSE),
        "is_read_before": is_read_before(),
    }
    return render(request, "fundraising/own_news.html", context, status=status)


def _press(request: HttpRequest, page: Fundraiser, form: NewsForm) -> int:
    """Do what was pressed and return 302, or the status of what was refused."""
    try:
        if request.POST.get("deed") == TAKE_BACK:
            take_back_news(page, request.POST.get("news", ""))
            return 302
        key = key_of(request.POST.get("ticket", ""), PURPOSE)
        if key is None:
            form.add_error(None, _("This form had been open for very long. Send it once more."))
        if not form.is_valid() or key is None:
            return 422
        file = request.FILES.get("picture")
        jpeg = read_picture(file, file.size or 0) if file else None
        picture = DescribedPicture(jpeg, form.cleaned_data["picture_alt"]) if jpeg else None
        post_news(page, key, form.cleaned_data["text"], picture)
    except (CollectionRefused, TextRefused) as refusal:
        form.add_error(None, str(refusal))
        return refusal.status
    return 302
