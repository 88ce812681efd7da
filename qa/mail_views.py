"""Ending the mails about a question with one press.

The link's token is all the authority there is: no cookie, no CSRF token.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from front.session import hide_address
from qa.domain.tell_asker import question_to_end, take_address_off


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def end_question_mail(request: HttpRequest, token: str) -> HttpResponse:
    """End them on POST, from a mail program too (RFC 8058); show a button on GET."""
    found = question_to_end(token)
    if request.method == "POST" and found is not None:
        take_address_off(found)
    context = {"question": found, "is_ended": found is not None and not found.email}
    page = render(request, "qa/end_mail.html", context, status=200 if found else 410)
    return hide_address(page)
