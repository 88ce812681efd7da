"""How the mails of the site look: each with invented content, for the team."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from audience.letters import sample_letters


@require_admin_access
@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """Show each mail, as text and as it is drawn, in one of the site's languages."""
    language = _language(request)
    with override(language):
        letters = sample_letters()
    context = {"letters": letters, "language": language, "languages": settings.LANGUAGES}
    return render(request, "audience/admin/mails.html", context)


@require_admin_access
@require_safe
@xframe_options_sameorigin
def mail_html(request: HttpRequest, occasion: str) -> HttpResponse:
    """Show one mail as it is drawn, alone: the page of all frames it."""
    with override(_language(request)):
        letter = sample_letters().get(occasion)
    if letter is None:
        raise Http404
    return HttpResponse(letter.html)


def _language(request: HttpRequest) -> str:
    wanted = request.GET.get("lang", "")
    return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
