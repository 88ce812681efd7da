"""A feed of each theme: its newest questions."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail.models import Locale

from qa.domain.list_questions import newest
from qa.models import Question, Theme

MOST_ENTRIES = 50


class ThemeFeed(Feed):
    """The newest questions of a theme, as everybody may read them."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, slug: str) -> Theme:
        return get_object_or_404(Theme, slug=slug, locale=Locale.get_active())

    def title(self, theme: Theme) -> str:
        return _("Questions: %(theme)s") % {"theme": theme.name}

    def subtitle(self, theme: Theme) -> str:
        return theme.question

    def link(self, theme: Theme) -> str:
        return reverse("theme", args=[theme.slug])

    def items(self, theme: Theme) -> list[Question]:
        return list(newest(theme)[:MOST_ENTRIES])

    def item_title(self, question: Question) -> str:
        return question.text

    def item_description(self, question: Question) -> str:
        return question.name

    def item_pubdate(self, question: Question) -> datetime:
        return question.received_at

    def item_updateddate(self, question: Question) -> datetime:
        return question.answered_at or question.received_at
