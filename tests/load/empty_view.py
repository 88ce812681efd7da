"""The site with one more address: an empty view behind the same middleware, to compare with.

Served by `uvicorn tests.load.empty_view:application`; tests/load/pages.py starts it.
"""

from portal.asgi import application  # noqa: F401 (sets Django up: comes first)

from django.conf import settings  # isort: skip
from django.http import HttpRequest, HttpResponse  # isort: skip
from django.urls import path  # isort: skip
from portal.urls import handler404, handler500, urlpatterns as site  # noqa: F401  # isort: skip


def empty(request: HttpRequest) -> HttpResponse:
    """Answer with nothing."""
    return HttpResponse()


urlpatterns = [path("empty/", empty), *site]
settings.ROOT_URLCONF = __name__
