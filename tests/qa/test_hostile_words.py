"""Forty texts that would run somewhere if somebody forgot to escape them."""

import csv
import io
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from audience.domain.form_tickets import new_ticket
from audience.domain.send_mails import send_mails
from qa.domain.answer_question import Said, answer_question
from qa.domain.ask_question import PURPOSE
from qa.domain.decide import decide
from qa.domain.post_comment import Words, keep_comment
from qa.enums import Action, TextState
from qa.models import Question
from qa.models.keys import new_key

pytestmark = pytest.mark.django_db
MARK = "pwn42"
HOSTILE = [
    f"<script>{MARK}()</script>",
    f"<SCRIPT>{MARK}()</SCRIPT>",
    f"</script><script>{MARK}()</script>",
    f"<scr<script>ipt>{MARK}()</script>",
    f"<img src=x onerror={MARK}()>",
    f'"><img src=x onerror={MARK}()>',
    f"'><img src=x onerror={MARK}()>",
    f"<svg onload={MARK}()>",
    f"<svg><script>{MARK}()</script></svg>",
    f'"><svg/onload={MARK}()//',
    f"<body onload={MARK}()>",
    f"<iframe src=javascript:{MARK}()>",
    f"<iframe srcdoc='<script>{MARK}()</script>'>",
    f"<a href=javascript:{MARK}()>x</a>",
    f"<a href='&#106;avascript:{MARK}()'>x</a>",
    f"javascript:{MARK}()",
    f"<object data=javascript:{MARK}()>",
    f"<embed src=javascript:{MARK}()>",
    f"<form action=javascript:{MARK}()><button>",
    f"<button formaction=javascript:{MARK}()>x",
    f"<input autofocus onfocus={MARK}()>",
    f'" autofocus onfocus={MARK}() x="',
    f"' onmouseover={MARK}() x='",
    f"`onmouseover={MARK}()`",
    f"<details open ontoggle={MARK}()>",
    f"<video><source onerror={MARK}()>",
    f"<math><mtext></style><img src=x onerror={MARK}()>",
    f"<style>@import '{MARK}'</style>",
    f"<link rel=stylesheet href=//{MARK}>",
    f"<meta http-equiv=refresh content='0;{MARK}'>",
    f"<base href=//{MARK}/>",
    f"<!--><script>{MARK}()</script>-->",
    f"]]><script>{MARK}()</script>",
    f"</textarea><script>{MARK}()</script>",
    f"</title><script>{MARK}()</script>",
    f"{{{{ {MARK} }}}}{{% debug %}}",
    f"${{{MARK}}}`${{1}}`",
    f"&lt;script&gt;{MARK}()&lt;/script&gt;",
    f"\\u003cscript\\u003e{MARK}()\\u003c/script\\u003e",
    f'=HYPERLINK("//{MARK}";1)',
]
SAFE_ATTRIBUTES = {
    "value", "aria-label", "content", "title", "alt", "placeholder", "data-saved", "href",
    # Handed to the device's share sheet as text.
    "data-title",
}  # fmt: skip


def is_safe(address: str) -> bool:
    """Say whether the mark is no more than words in `address`: a page of ours, or a share link."""
    if address.startswith(("/", "?")):
        return True
    parts = urlsplit(address)
    is_known = parts.scheme in ("https", "mailto", "sms") and MARK not in parts.netloc + parts.path
    return is_known and not set("<>\"'`() ") & set(address)


class Sight(HTMLParser):
    """What a browser would make of the mark: text, or something that could run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen, self.faults, self._raw = 0, [], ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._raw = tag if tag in ("script", "style") else ""
        for name, value in attrs:
            if MARK not in f"{name}{value or ''}".lower():
                continue
            is_address = name in ("href", "src", "action", "formaction")
            address = (value or "").strip().lower()
            if name not in SAFE_ATTRIBUTES or (is_address and not is_safe(address)):
                self.faults.append(f"<{tag} {name}={value}>")
        if MARK in tag:
            self.faults.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._raw = ""

    def handle_data(self, data: str) -> None:
        if MARK in data:
            self.seen += 1
            if self._raw:
                self.faults.append(f"{self._raw}: {data[:80]}")

    def handle_comment(self, data: str) -> None:
        if MARK in data:
            self.faults.append(f"comment: {data[:80]}")


def look(html: str) -> Sight:
    sight = Sight()
    sight.feed(html)
    assert sight.faults == []
    return sight


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_runs_anywhere(client, admin, house, make_theme, make_episode, hostile):
    make_theme(hostile[:60], slug="hostile", question=hostile[:160])
    page, team = make_episode(), Client()
    team.force_login(admin)
    asked = client.post(
        "/themes/hostile/poser/",
        {"text": hostile, "name": hostile[:60], "email": "zoe@example.org",
         "ticket": new_ticket(PURPOSE)},
    )  # fmt: skip
    assert asked.status_code == 302
    question = Question.objects.get()
    comment = keep_comment(page, Words(new_key(), hostile, hostile[:50]), None)
    desk = look(team.get(reverse("desk")).content.decode())
    assert desk.seen >= 2
    question = decide(question, Action.APPROVE, user=admin)
    decide(comment, Action.APPROVE, user=admin)
    answer_question(question, admin, Said(hostile, hostile))
    for address in (
        asked.url,
        "/themes/",
        "/themes/hostile/",
        "/themes/hostile/questions/",
        "/themes/hostile/questions/repondues/",
        "/themes/hostile/poser/?texte=" + "x",
        question.get_absolute_url(),
        f"/questions/{question.code}/voter/",
        f"/signaler/question/{question.code}/",
        page.url,
        f"/commentaires/{page.pk}/",
        f"/commenter/{page.pk}/?reponse={comment.code}",
        comment.get_private_url(),
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert look(answer.content.decode()).seen, address
    for address in ("?pile=answered", "?pile=shown", "?kind=comment&pile=shown"):
        look(team.get(reverse("desk") + address).content.decode())
    feed = client.get("/themes/hostile/questions.xml").content.decode()
    assert f"<script>{MARK}" not in feed
    rows = csv.reader(io.StringIO(b"".join(client.get("/themes/hostile/votes.csv")).decode()))
    assert not any(cell.startswith(("=", "+", "@", "-")) for row in rows for cell in row)
    send_mails()
    (sent,) = mail.outbox
    look(str(sent.alternatives[0].content))
    assert "\n" not in sent.subject


@pytest.mark.parametrize("hostile", HOSTILE[:12])
def test_what_is_refused_comes_back_harmless(client, house, make_theme, hostile):
    make_theme()
    typed = f"{hostile} {'x' * 200}"
    answer = client.post(
        "/themes/argent/poser/", {"text": typed, "name": hostile, "ticket": new_ticket(PURPOSE)}
    )
    assert answer.status_code == 422
    assert look(answer.content.decode()).seen
    assert not Question.objects.filter(state=TextState.PENDING).exists()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (f"https://wa.me/?text=%3C{MARK}%28%29%3E", True),
        (f"mailto:?subject={MARK}", True),
        (f"https://{MARK}.example/", False),
        (f"javascript:{MARK}()", False),
        (f"https://wa.me/?text=<{MARK}>", False),
    ],
)
def test_which_addresses_may_carry_it(address, expected):
    assert is_safe(address) is expected
