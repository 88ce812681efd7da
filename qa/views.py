"""What the public sees of questions: themes, lists, one question, one's vote for it."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from qa.domain import list_questions
from qa.domain.answer_cards import first_sentence
from qa.domain.count_votes import aside_of
from qa.domain.voters import COOKIE, voter_of
from qa.domain.wanted import is_wanted_by
from qa.enums import PUBLIC_STATES
from qa.models import Question, Theme

QUESTIONS_PER_PAGE = 30
# A vote is on every list within two seconds: a page is kept for one, and a cache before us keeps it
# for one more.
KEPT_S = 1


def themes(request: HttpRequest) -> HttpResponse:
    """Show all themes, with how many questions wait and were answered in each."""
    public = Q(questions__state__in=PUBLIC_STATES)
    shown = Theme.objects.filter(locale=Locale.get_active()).annotate(
        asked=Count("questions", filter=public),
        solved=Count("questions", filter=public & Q(questions__answered_at__isnull=False)),
    )
    return fresh(render(request, "qa/themes.html", {"themes": shown}))


def questions(request: HttpRequest, slug: str, order: str = "most_wanted") -> HttpResponse:
    """Show all questions of a theme, in one of three orders."""
    theme = theme_at(slug)
    found = getattr(list_questions, order)(theme)
    page_of = Paginator(found, QUESTIONS_PER_PAGE).get_page(request.GET.get("page"))
    context = {"theme": theme, "page_of": page_of, "questions": page_of, "order": order}
    return fresh(render(request, "qa/questions.html", context))


def question(request: HttpRequest, code: str) -> HttpResponse:
    """Show one public question with its answers. One merged into another leads there."""
    found = get_object_or_404(Question.objects.select_related("theme", "merged_into"), code=code)
    goes_on_in = found.goes_on_in
    if not goes_on_in.is_public:
        raise Http404
    if goes_on_in != found:
        return redirect(goes_on_in)
    answers = list(found.answers.select_related("spoken_for", "film"))
    context = {
        "question": found,
        "theme": found.theme,
        "answers": answers,
        "sentence": first_sentence(answers),
        "aside": aside_of(found),
    }
    return fresh(render(request, "qa/question_page.html", context))


@require_safe
@never_cache
def vote(request: HttpRequest, code: str) -> HttpResponse:
    """Show somebody without JavaScript whether they vote for a question, with the button."""
    found = get_object_or_404(Question.objects.public().select_related("theme"), code=code)
    voter = voter_of(request.COOKIES.get(COOKIE, ""))
    context = {
        "question": found,
        "theme": found.theme,
        "voter": voter,
        "is_wanted": voter is not None and is_wanted_by(voter, found),
    }
    return render(request, "qa/vote.html", context)


def theme_at(slug: str) -> Theme:
    """Return the theme with this address in the language of the request, or answer 404."""
    return get_object_or_404(
        Theme.objects.select_related("locale"), slug=slug, locale=Locale.get_active()
    )


def fresh(answer: HttpResponse) -> HttpResponse:
    """Let the page cache keep an answer for a moment only."""
    answer.kept_s = KEPT_S  # type: ignore[attr-defined]
    return answer
