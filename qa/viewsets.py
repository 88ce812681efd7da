"""The words the desk works with, in the CMS: stop lists and prepared words."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from qa.models import PreparedWords, StopList

LATELY = timedelta(days=30)


class StopListViewSet(SnippetViewSet):
    """Lists, each with what it caught lately: that is how an observing one is judged."""

    model = StopList
    icon = "warning"
    menu_label = _("Stop lists")
    copy_view_enabled = False
    search_backend_name = None
    search_fields = ["name", "words"]
    list_display = [
        "name",
        Column("get_mode_display", label=_("what it does"), sort_key="mode"),
        Column("caught", label=_("texts in 30 days"), sort_key="caught"),
        Column("caught_words", label=_("words found")),
    ]
    panels = [FieldPanel("name"), FieldPanel("mode"), FieldPanel("words")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        lately = Q(matches__matched_at__gte=timezone.now() - LATELY)
        return StopList.objects.annotate(caught=Count("matches", filter=lately))


class PreparedWordsViewSet(SnippetViewSet):
    """Notes and answers that are chosen on the desk."""

    model = PreparedWords
    icon = "openquote"
    menu_label = _("Prepared words")
    search_backend_name = None
    search_fields = ["title", "words"]
    list_display = ["title", "get_purpose_display", "get_language_display"]
    list_filter = ["purpose", "language"]
    panels = [
        FieldPanel("purpose"),
        FieldPanel("language"),
        FieldPanel("title"),
        FieldPanel("words"),
    ]


class DeskWordsGroup(SnippetViewSetGroup):
    """Both, under one heading of the menu."""

    items = (StopListViewSet, PreparedWordsViewSet)
    menu_icon = "openquote"
    menu_label = _("Words of the desk")
    menu_name = "desk_words"
    menu_order = 260
