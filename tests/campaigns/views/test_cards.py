"""Cards are files that never change."""

import pytest

from campaigns.domain.cards.make_cards import make_cards
from campaigns.models import ShareCard

pytestmark = pytest.mark.django_db


def test_a_card_and_where_networks_find_it(client, make_campaign):
    page = make_campaign('Le "gros" <b>')
    make_cards()
    card = ShareCard.objects.get(kind="campaign")
    head = client.get(page.url).text.split("</head>")[0]
    assert (
        f'<meta property="og:image" content="http://testserver/cartes/{card.digest}.png">' in head
    )
    assert '<meta property="og:image:alt" content="Le &quot;gros&quot; &lt;b&gt;">' in head
    assert f'<link rel="canonical" href="{page.full_url}">' in head
    answer = client.get(f"/cartes/{card.digest}.png")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")
    assert "immutable" in answer["Cache-Control"]


def test_no_such_card(client, house):
    assert client.get(f"/cartes/{'0' * 20}.png").status_code == 404
    assert client.get("/cartes/..%2f..%2fsecret.png").status_code == 404
