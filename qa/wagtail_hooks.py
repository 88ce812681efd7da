"""The moderation desk's place in the CMS."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from qa import desk_views, export_views, votes_views

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


@hooks.register("register_admin_urls")
def register_desk() -> list[URLPattern]:
    return [
        path("moderation/", desk_views.desk, name="desk"),
        path("moderation/many/", desk_views.decide_many, name="decide_many"),
        path("moderation/news/", desk_views.news, name="desk_news"),
        path("moderation/question/<int:pk>/", desk_views.decide_one, name="decide_question"),
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
