"""Collection pages as everybody sees them: the same bytes for all, without cookie or token."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fundraising.domain.list_pages import open_pages, open_teams
from fundraising.models import Fund, Fundraiser
from qa.enums import TextState

# Their figures move: a kept page is at most as old as what a screen shows without scripts.
KEPT_S = 3
PER_PAGE = 24
LONGEST_SLUG = 60
MOST_TEAMS = 12
_GONE = (TextState.REMOVED, TextState.WITHDRAWN, TextState.HIDDEN)


@require_safe
def fundraisers(request: HttpRequest) -> HttpResponse:
    """List the pages that collect, the newest first; `?cause=` keeps those for one."""
    today = timezone.localdate()
    pages, teams = open_pages(today), open_teams(today)
    fund = Fund.objects.filter(cause__slug=request.GET.get("cause", "")[:LONGEST_SLUG]).first()
    if fund is not None:
        pages, teams = pages.filter(fund=fund), teams.filter(fund=fund)
    found = Paginator(pages, PER_PAGE)
    context = {
        "fundraisers": found.get_page(request.GET.get("page")),
        "teams": teams[:MOST_TEAMS],
        "cause": fund.cause_here() if fund else None,
        "kept": urlencode({"cause": fund.cause.slug}) if fund else "",
        "can_open": Fund.objects.open().exists(),
    }
    answer = render(request, "fundraising/fundraisers.html", context)
    answer.kept_s = KEPT_S  # type: ignore[attr-defined]
    return answer


@require_safe
def fundraiser(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one page; one that was taken off the site says so."""
    shown = Fundraiser.objects.select_related("fund__cause__locale", "fund__beneficiary", "team")
    page = get_object_or_404(shown.exclude(title=""), slug=slug, sent_at__isnull=False)
    if page.state in _GONE:
        return render(request, "fundraising/gone.html", status=HTTPStatus.GONE)
    if not page.is_public:
        page = get_object_or_404(shown.public(), slug=slug)
    answer = render(request, "fundraising/fundraiser.html", {"fundraiser": page})
    answer.kept_s = KEPT_S  # type: ignore[attr-defined]
    return answer


@require_safe
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the sheet to print for a page."""
    # What writes PDFs weighs 26 MB: a process that is never asked for one never bears it.
    from fundraising.domain.draw_sheet import draw_sheet

    shown = Fundraiser.objects.public().select_related("fund__cause")
    page = get_object_or_404(shown, slug=slug)
    address = request.build_absolute_uri(page.get_absolute_url())
    answer = HttpResponse(draw_sheet(page, address), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{page.slug}.pdf"'
    return answer
