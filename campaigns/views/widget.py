"""The solidarity widget: its frame, its badge, and the page on which people make their code."""

from typing import cast

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.domain.draw_badge import KEPT_S, Format, badge_of
from campaigns.domain.make_host import TooManyHosts, make_host
from campaigns.domain.show_widget import Widget, widget_language, widget_of
from campaigns.domain.write_code import SANDBOX, codes_for
from campaigns.host_form import HostForm

TYPES = {"svg": "image/svg+xml", "png": "image/png"}


@require_safe
@never_cache
@xframe_options_exempt
# `frame-ancestors` is taken away, not opened: `*` means addresses of the network only and would
# keep the frame out of a sandbox that is written into a page (`srcdoc`). Without an origin of its
# own, the frame has no cookies anywhere, whether its host sandboxes it or not: a person is
# recognised in the same way on all sites.
@csp_replace({"frame-ancestors": None, "sandbox": SANDBOX.split()})  # type: ignore[arg-type]
def frame(request: HttpRequest, meter_key: str) -> HttpResponse:
    """Show the widget for the page of somebody else, with a token of its own."""
    language = widget_language(request.GET.get("langue", ""))
    with override(language):
        widget = widget_of(meter_key, request.GET.get("hote", ""))
        context = {"widget": widget, "language": language}
        answer = render(
            request, "campaigns/widget_frame.html", context, status=200 if widget else 404
        )
    answer["Content-Language"] = language
    return answer


@require_safe
def badge(request: HttpRequest, meter_key: str, form: str) -> HttpResponse:
    """Show the campaign's figure as a picture."""
    language = widget_language(request.GET.get("langue", ""))
    drawn = badge_of(meter_key, language, cast("Format", form))
    if drawn is None:
        raise Http404
    answer = HttpResponse(drawn.content, content_type=TYPES[form])
    answer["Cache-Control"] = f"public, max-age={KEPT_S}"
    answer["ETag"] = drawn.etag
    return get_conditional_response(request, etag=drawn.etag, response=answer) or answer


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def code(request: HttpRequest, meter_key: str) -> HttpResponse:
    """Make a code of one's own, and show it in three kinds to copy."""
    widget = widget_of(meter_key, request.GET.get("hote", ""))
    if widget is None:
        raise Http404
    form, status = HostForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            host = make_host(form.instance, request.META.get("REMOTE_ADDR", ""))
        except TooManyHosts as refusal:
            form.add_error(None, str(refusal.sentence))
            status = refusal.status
        else:
            return redirect(f"{reverse('widget_code', args=[meter_key])}?hote={host.key}#codes")
    shown = _shown(request, widget, form)
    return render(request, "campaigns/widget_code.html", shown, status=status)


def _shown(request: HttpRequest, widget: Widget, form: HostForm) -> dict[str, object]:
    origin = request.build_absolute_uri("/")[:-1]
    language = get_language() or ""
    codes = codes_for(widget.campaign, widget.host_key, language, origin)
    return {"widget": widget, "form": form, "codes": codes, "sandbox": SANDBOX}
