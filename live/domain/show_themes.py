"""The themes of a programme, each with the questions that most people want answered in it."""

from dataclasses import dataclass

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from live.models import LiveProgrammePage
from qa.models import Question, Theme

QUESTIONS_EACH = 3


@dataclass(frozen=True, slots=True)
class Discussed:
    """One theme with its first questions."""

    theme: Theme
    questions: list[Question]


def themes_of(page: LiveProgrammePage) -> list[Theme]:
    """Return the themes in the language of `page`; a translated page keeps its source’s."""
    themes = list(page.themes.all())
    if all(theme.locale_id == page.locale_id for theme in themes):
        return themes
    keys = [theme.translation_key for theme in themes]
    return list(Theme.objects.filter(translation_key__in=keys, locale=page.locale_id))


def show_themes(page: LiveProgrammePage) -> list[Discussed]:
    """Return the themes of `page` with their top questions, in two queries however many."""
    themes = themes_of(page)
    asked = [theme for theme in themes if theme.takes_questions]
    place = Window(RowNumber(), partition_by=F("theme"), order_by=["-total", "pk"])
    top = (
        Question.objects.open()
        .filter(theme__in=asked)
        .annotate(place=place)
        .filter(place__lte=QUESTIONS_EACH)
        .order_by("-total", "pk")
    )
    by_theme: dict[int, list[Question]] = {}
    for question in top if asked else ():
        by_theme.setdefault(question.theme_id, []).append(question)
    return [Discussed(theme, by_theme.get(theme.pk, [])) for theme in themes]
