"""Share cards, under names that never show anything else."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from campaigns.models.share_card import file_name_of

KEPT = "public, max-age=31536000, immutable"


@require_safe
def card(request: HttpRequest, digest: str) -> HttpResponse:
    """Show a card that was drawn once."""
    try:
        with default_storage.open(file_name_of(digest)) as file:
            answer = HttpResponse(file.read(), content_type="image/png")
    except FileNotFoundError as error:
        raise Http404 from error
    answer["Cache-Control"] = KEPT
    return answer
