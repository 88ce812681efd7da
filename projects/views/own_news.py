"""The news of one's project: told, looked after, taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from audience.domain.form_tickets import key_of, new_ticket
from media.gateways.people_pictures import DescribedPicture
from projects.domain.enter import projects_of
from projects.domain.post_news import PURPOSE, news_of, post_news, take_back_news
from projects.models import Project
from projects.news_form import NewsForm
from projects.refusals import ProjectRefused
from projects.views.own import own
from projects.views.proposing import picture_in
from qa.refusals import TextRefused

TAKE_BACK = "take_back"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_news(request: HttpRequest, code: str) -> HttpResponse:
    """Show the proposer what was told and where it stands; take news, or take them back."""
    if not projects_of(request.session).exists():
        return redirect("ask_project_link")
    project, form, status = own(request, code), NewsForm(), 200
    if request.method == "POST":
        form = NewsForm(request.POST)
        status = _press(request, project, form)
        if status == 302:
            return redirect("own_project_news", code)
    ticket = request.POST.get("ticket", "")
    context = {
        "project": project,
        "form": form,
        "told": news_of(project),
        "had_picture": bool(request.FILES.get("picture")),
        "ticket": ticket if key_of(ticket, PURPOSE) else new_ticket(PURPOSE),
    }
    return render(request, "projects/own_news.html", context, status=status)


def _press(request: HttpRequest, project: Project, form: NewsForm) -> int:
    """Do what was pressed and return 302, or the status of what was refused."""
    try:
        if request.POST.get("deed") == TAKE_BACK:
            take_back_news(project, request.POST.get("news", ""))
            return 302
        key = key_of(request.POST.get("ticket", ""), PURPOSE)
        if key is None:
            form.add_error(None, _("This form had been open for very long. Send it once more."))
        if not form.is_valid() or key is None:
            return 422
        jpeg = picture_in(request)
        picture = DescribedPicture(jpeg, form.cleaned_data["picture_alt"]) if jpeg else None
        post_news(project, key, form.cleaned_data["text"], picture)
    except (ProjectRefused, TextRefused) as refusal:
        form.add_error(None, str(refusal))
        return refusal.status
    return 302
