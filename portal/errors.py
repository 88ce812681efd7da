"""The pages people see when something went wrong."""

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views import defaults


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the 404 page in the reader's language."""
    return defaults.page_not_found(request, exception, template_name="portal/404.html")


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the 500 page. It asks nothing of the database, which may be what failed."""
    return HttpResponse(loader.render_to_string("portal/500.html"), status=500)
