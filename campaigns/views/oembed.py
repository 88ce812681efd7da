"""How a page of ours is embedded, for sites that ask."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Site

from campaigns.domain.oembed import KEPT_S, as_xml, describe
from campaigns.embeds import embed_at

FORMATS = ("json", "xml")


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """Describe the page at `?url=`; 501 for a format we do not have, 404 for anything else."""
    form = request.GET.get("format", "json")
    if form not in FORMATS:
        return HttpResponse("Only json and xml.", status=501, content_type="text/plain")
    embed = embed_at(request.GET.get("url", ""), request.get_host())
    if embed is None:
        return HttpResponse("No public page.", status=404, content_type="text/plain")
    site = Site.find_for_request(request)
    sizes = request.GET.get("maxwidth", ""), request.GET.get("maxheight", "")
    with translation.override(embed.page.locale.language_code):
        said = describe(embed, request.build_absolute_uri("/")[:-1], site.site_name, *sizes)
    answer = JsonResponse(said) if form == "json" else HttpResponse(as_xml(said), "text/xml")
    answer["Cache-Control"] = f"public, max-age={KEPT_S}"
    # Anybody may know; there is no cookie in it and nothing of anybody.
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
