"""What a flood is answered with: a page made once, into which what somebody typed is put back.

A refusal has to cost next to nothing, or the flood has won: the moderators' table and honest
questions wait behind each of them.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import get_language

from audience.domain.form_tickets import key_of, new_ticket
from media.edition import kept
from qa.ask_form import AskForm
from qa.domain.ask_question import PURPOSE
from qa.domain.flood import must_wait, new_sum, note_arrival
from qa.models import Question, Theme
from qa.refusals import TooFast

# Nobody types them, and they pass the form's own checks.
_PLACES = {
    "text": "0place-of-text0",
    "name": "0place-of-name0",
    "email": "place-of@email.invalid",
    "ticket": "0place-of-ticket0",
    "sum": "0place-of-sum0",
}
_FIELD_OF = {place: field for field, place in _PLACES.items()}
_ANY_PLACE = re.compile("|".join(map(re.escape, _FIELD_OF)))


def answer_flood(request: HttpRequest, theme: Theme) -> HttpResponse | None:
    """Return the refusal of a question that comes too soon in a flood, or None.

    None is for what has to be read: on quiet days, with a sum, the first of its network in a
    minute, and the same form sent twice, whose question was taken.
    """
    ticket = request.POST.get("ticket", "")
    key = key_of(ticket, PURPOSE)
    if request.POST.get("sum") or not must_wait(theme.pk, request.META.get("REMOTE_ADDR", "")):
        return None
    if key and Question.objects.filter(key=key).exists():
        return None
    note_arrival(theme.pk)
    ticket = ticket if key else new_ticket(PURPOSE)
    typed = {name: request.POST.get(name, "") for name in ("text", "name", "email")}
    filled = {**typed, "ticket": ticket, "sum": new_sum(key_of(ticket, PURPOSE) or "")}
    return HttpResponse(_fill(theme, filled), status=HTTPStatus.TOO_MANY_REQUESTS)


def _fill(theme: Theme, values: Mapping[str, str]) -> str:
    language = get_language() or "fr"
    page = kept(f"flooded:{theme.pk}:{language}", lambda: _page(theme))
    return _ANY_PLACE.sub(lambda found: escape(values[_FIELD_OF[found[0]]]), page)


def _page(theme: Theme) -> str:
    form = AskForm(_PLACES, instance=Question(theme=theme), theme=theme)
    form.add_error(None, str(TooFast()))
    context = {"theme": theme, "form": form, "ticket": _PLACES["ticket"], "sum": _PLACES["sum"]}
    return render_to_string("qa/ask_flooded.html", context)
