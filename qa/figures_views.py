"""Figures that everybody can read: votes counted from their rows, and how the team moderates."""

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from campaigns.domain.reports.export import csv_pieces
from qa.domain.count_votes import aside_of, counts_of
from qa.domain.moderation_figures import moderation_figures
from qa.domain.question_tables import votes_table
from qa.models import Question
from qa.views import theme_at

KEPT_S = 600


@require_safe
def recount(request: HttpRequest, code: str) -> HttpResponse:
    """Show the votes for a question, counted from their rows."""
    known = Question.objects.public().select_related("theme").filter(theme__shows_votes=True)
    question = get_object_or_404(known, code=code)
    context = {
        "question": question,
        "theme": question.theme,
        "counts": counts_of(question),
        "aside": aside_of(question),
    }
    return render(request, "qa/recount.html", context)


@require_safe
def votes_of_theme(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the votes of a theme, per day and question, as a file."""
    theme = theme_at(slug)
    if not theme.shows_votes:
        raise Http404
    # In one piece, so that the page cache keeps it: anybody can ask for it.
    content = b"".join(csv_pieces(votes_table(theme)))
    return HttpResponse(
        content,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="votes-{theme.slug}.csv"'},
    )


@require_safe
def moderation(request: HttpRequest) -> HttpResponse:
    """Show per month what was asked, shown and declined, and how long people waited."""
    # Reading a year of a large site takes seconds.
    name = f"moderation_figures:{get_language()}"
    months = cache.get_or_set(name, moderation_figures, KEPT_S)
    return render(request, "qa/moderation_figures.html", {"months": months})
