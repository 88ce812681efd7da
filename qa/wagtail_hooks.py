"""The moderation desk's place in the CMS, with its stop lists and prepared words."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from qa import desk_views, export_views, law_views, notice_views, votes_views
from qa.domain.decide_notice import may_see_notices
from qa.viewsets import DeskWordsGroup

_CODENAMES = (
    "sort_text",
    "moderate_text",
    "lead_moderation",
    "present_question",
    "remove_text",
)


class DeskMenuItem(MenuItem):
    """Shown to those who have work there."""

    def is_shown(self, request: HttpRequest) -> bool:
        return desk_views.may_see_desk(request.user)  # type: ignore[arg-type]


class NoticesMenuItem(MenuItem):
    """Shown to those who decide about notices."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_notices(request.user)  # type: ignore[arg-type]


@hooks.register("register_admin_urls")
def register_notices() -> list[URLPattern]:
    return [
        path("notices/", notice_views.notices, name="notices"),
        path("notices/<int:pk>/", notice_views.decide, name="decide_notice"),
        path("law/<slug:kind>/<int:pk>/", law_views.text_by_law, name="text_by_law"),
    ]


@hooks.register("register_admin_menu_item")
def show_notices_in_menu() -> MenuItem:
    return NoticesMenuItem(
        _("Notices"), reverse("notices"), name="notices", icon_name="warning", order=251
    )


@hooks.register("register_admin_urls")
def register_desk() -> list[URLPattern]:
    return [
        path("moderation/", desk_views.desk, name="desk"),
        path("moderation/many/", desk_views.decide_many, name="decide_many"),
        path("moderation/look/", desk_views.look, name="desk_look"),
        path("moderation/merge/<int:pk>/", desk_views.candidates, name="merge_candidates"),
        path("moderation/text/<slug:kind>/<int:pk>/", desk_views.decide_one, name="decide_text"),
    ]


@hooks.register("register_admin_menu_item")
def show_in_menu() -> MenuItem:
    return DeskMenuItem(
        _("Moderation"), reverse("desk"), name="moderation", icon_name="comment", order=250
    )


class VotesMenuItem(MenuItem):
    """Shown to those who may export questions, or set votes aside."""

    def is_shown(self, request: HttpRequest) -> bool:
        return votes_views.may_see_votes(request.user)  # type: ignore[arg-type]


@hooks.register("register_admin_urls")
def register_votes() -> list[URLPattern]:
    return [
        path("moderation/votes/", votes_views.votes, name="votes"),
        path("moderation/votes/theme/<int:pk>/", votes_views.theme_votes, name="theme_votes"),
        path("moderation/votes/<int:pk>/", votes_views.question_votes, name="question_votes"),
        path(
            "moderation/export/<int:pk>/<slug:what>.<slug:ending>",
            export_views.export,
            name="export_questions",
        ),
    ]


@hooks.register("register_admin_menu_item")
def show_votes_in_menu() -> MenuItem:
    return VotesMenuItem(_("Votes"), reverse("votes"), name="votes", icon_name="pick", order=251)


@hooks.register("register_permissions")
def offer_permissions() -> QuerySet[Permission]:
    """Let groups be given the rights of the desk."""
    return Permission.objects.filter(content_type__app_label="qa", codename__in=_CODENAMES)


register_snippet(DeskWordsGroup)
