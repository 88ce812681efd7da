"""The blocks that pages are written with: what they refuse, what they show."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile

from campaigns.blocks import CallToActionBlock, MenuOfActsBlock, StoryBlock
from media.models import Picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(db):
    from io import BytesIO

    from PIL import Image

    drawn = BytesIO()
    Image.new("RGB", (640, 360), "green").save(drawn, "PNG")
    return Picture.objects.create(
        title="Un rang",
        description="Un rang de poireaux",
        credit="Zoé",
        file=ImageFile(drawn, "p.png"),
    )


def render(*blocks: tuple[str, object]) -> str:
    story = StoryBlock()
    return story.render(story.to_python([{"type": kind, "value": value} for kind, value in blocks]))


def test_text_and_quote():
    quote = {"text": "On rit, on plante.", "author": "Zoé", "role": "maraîchère"}
    html = render(("text", "<p>Un <b>rang</b>.</p>"), ("quote", quote))
    assert "<p>Un <b>rang</b>.</p>" in html
    assert "On rit, on plante." in html
    assert "Zoé, maraîchère" in html


def test_a_quote_without_its_author():
    assert "figcaption" not in render(("quote", {"text": "On rit.", "author": "", "role": ""}))


def test_a_picture_has_words_and_a_credit(picture):
    html = render(("figure", {"picture": picture.pk, "caption": "Le rang"}))
    assert 'alt="Un rang de poireaux"' in html
    assert "Le rang" in html
    assert "© Zoé" in html


def test_a_gallery_shows_each_picture(picture):
    html = render(("gallery", {"pictures": [{"picture": picture.pk, "caption": c} for c in "ab"]}))
    assert html.count("<img") == 2


def test_a_film_plays_where_it_stands(make_film):
    film = make_film(with_files=False)
    html = render(("film", {"film": film.pk, "caption": "À voir"}))
    assert f'id="player-{film.public_id}"' in html
    assert "À voir" in html


def test_sources_are_named_with_their_publisher():
    source = {
        "title": "Rapport",
        "publisher": "INSEE",
        "address": "https://insee.example",
        "seen_on": "2026-03-01",
    }
    html = render(("sources", {"sources": [source]}))
    assert '<a href="https://insee.example">Rapport</a>, INSEE' in html
    assert "2026" in html


def test_a_call_leads_to_a_page_or_elsewhere(make_page):
    page = make_page()
    inside = {"sentence": "Venez", "label": "J’y vais", "page": page.pk, "address": ""}
    assert f'href="{page.url}"' in render(("call_to_action", inside))
    outside = {**inside, "page": None, "address": "https://dons.example/"}
    assert 'href="https://dons.example/"' in render(("call_to_action", outside))


@pytest.mark.parametrize("has_page", [True, False])
def test_a_call_needs_one_goal(make_page, has_page):
    block = CallToActionBlock()
    value = block.to_python(
        {
            "sentence": "Venez",
            "label": "J’y vais",
            "page": make_page().pk if has_page else None,
            "address": "https://dons.example/" if has_page else "",
        }
    )
    with pytest.raises(ValidationError) as error:
        block.clean(value)
    assert "page" in error.value.block_errors


def test_what_people_write_is_not_markup():
    evil = "<script>alert(1)</script>"
    html = render(("quote", {"text": evil, "author": evil, "role": evil}))
    assert "<script" not in html


def menu(**values: object) -> str:
    return render(("acts", {"title": "", "spans": [], "acts": [], **values}))


def test_the_menu_of_acts_has_a_button_for_each_length():
    html = menu()
    assert "Combien de temps avez-vous\xa0?</h2>" in html
    for seconds in (1, 30, 120, 3600):
        assert f'href="/agir/#s{seconds}"' in html
    html = menu(title="Une minute\xa0?", spans=["30", "120"])
    assert "Une minute\xa0?</h2>" in html
    assert html.count("<a ") == 2
    assert 'href="/agir/#s30"' in html


def test_chosen_acts_stand_there_themselves_with_their_length(make_campaign):
    page = make_campaign()
    html = menu(acts=["click", "follow"])
    assert html.count("<a ") == 2
    assert f'href="{page.url}"' in html
    assert f'href="/suivre/campagne/{page.meter.key}/"' in html
    assert "1 seconde" in html
    html = menu(acts=["click", "follow"], spans=["30"])
    assert html.count("<a ") == 1
    assert f'href="{page.url}"' not in html


def test_while_none_of_them_can_be_done_the_lengths_stand_there(house):
    assert menu(acts=["click", "gone"]).count('href="/agir/#s') == 4


def test_an_act_of_the_menu_is_a_choice_in_the_cms():
    block = MenuOfActsBlock()
    names = dict(block.child_blocks["acts"].field.choices)
    assert str(names["click"]) == "Appuyer sur le bouton"
    assert dict(block.child_blocks["spans"].field.choices)["3600"] == "1 heure"
