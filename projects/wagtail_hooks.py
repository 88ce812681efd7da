"""Projects' place in the CMS."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from projects.inbox_sources import may_read_projects
from projects.views import desk


@hooks.register("register_admin_urls")
def register_desk() -> list[URLPattern]:
    return [
        path("projects/", desk.desk, name="projects_desk"),
        path("projects/export.csv", desk.export, name="projects_export"),
        path("projects/<int:pk>/", desk.project_desk, name="project_desk"),
    ]


class ProjectsMenuItem(MenuItem):
    """Shown to those who decide about projects."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_projects(request.user)  # type: ignore[arg-type]


@hooks.register("register_admin_menu_item")
def show_in_menu() -> MenuItem:
    address = reverse("projects_desk")
    return ProjectsMenuItem(_("Projects"), address, name="projects", icon_name="pick", order=252)
