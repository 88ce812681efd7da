"""The acts' place in the CMS."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from audience import mail_views, share_desk_views, views
from audience.domain.rule_share_code import may_see_links
from audience.offsite_viewsets import OffsiteGroup

_VERBS = ("add", "change", "view")
_STEPS = (
    ("codes.make", _("Make codes"), _("The codes were made and downloaded")),
    ("codes.revoke", _("Revoke codes"), _("The codes were revoked")),
    ("link.revoke", _("Revoke a share link"), _("A share link was revoked")),
    ("link.restore", _("Give a share link back"), _("A share link was given back")),
    ("partner.key", _("Give a key"), _("A key was given to the partner")),
    ("partner.revoke", _("Revoke a key"), _("A key of the partner was revoked")),
)


@hooks.register("register_admin_urls")
def register_acts() -> list[URLPattern]:
    return [
        path("acts/", views.acts, name="acts"),
        path("share-links/", share_desk_views.share_links, name="share_links"),
        path("share-links/<int:pk>/", share_desk_views.rule, name="rule_share_link"),
        path("mails/", mail_views.mails, name="mails"),
        path("mails/<slug:occasion>/", mail_views.mail_html, name="mail_html"),
    ]


@hooks.register("register_reports_menu_item")
def show_mails_in_reports() -> MenuItem:
    return MenuItem(_("Mails"), reverse("mails"), name="mails", icon_name="mail", order=910)


class _ShareLinksItem(MenuItem):
    """For those who may see the links."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_links(request.user)  # type: ignore[arg-type]


@hooks.register("register_reports_menu_item")
def show_links_in_reports() -> MenuItem:
    address = reverse("share_links")
    return _ShareLinksItem(
        _("Share links"), address, name="share_links", icon_name="link", order=905
    )


@hooks.register("register_reports_menu_item")
def show_in_reports() -> MenuItem:
    return MenuItem(_("Acts"), reverse("acts"), name="acts", icon_name="pick", order=900)


@hooks.register("register_permissions")
def offer_permissions() -> QuerySet[Permission]:
    """Let groups be given the right to decide about acts."""
    return Permission.objects.filter(
        content_type__app_label="audience",
        codename__in=[
            "change_act",
            "view_sharecode",
            "change_sharecode",
            *(f"{verb}_{model}" for verb in _VERBS for model in ("codebatch", "partner")),
        ],
    )


@hooks.register("register_log_actions")
def name_decisions(actions: LogActionRegistry) -> None:
    actions.register_action("audience.review", _("Decide about acts"), _("Acts were decided about"))
    for name, label, message in _STEPS:
        actions.register_action(f"audience.{name}", label, message)


@hooks.register("register_admin_viewset")
def register_offsite() -> OffsiteGroup:
    return OffsiteGroup()
