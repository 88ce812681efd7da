"""The rundown in the CMS."""

from django.urls import URLPattern, path
from wagtail import hooks

from live import rundown_views


@hooks.register("register_admin_urls")
def register_rundown() -> list[URLPattern]:
    return [
        path("lives/<int:pk>/rundown/", rundown_views.rundown, name="rundown"),
        path("lives/<int:pk>/rundown/print/", rundown_views.print_rundown, name="print_rundown"),
        path("lives/<int:pk>/rundown.csv", rundown_views.export_rundown, name="export_rundown"),
        path("lives/<int:pk>/rundown/import/", rundown_views.import_rundown, name="import_rundown"),
        path(
            "lives/<int:pk>/rundown/template/", rundown_views.use_template, name="rundown_template"
        ),
    ]
