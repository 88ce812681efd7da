"""What is refused has a sentence in the person's language."""

from django.utils import translation

from fundraising.refusals import CollectionRefused, GiftRefused, NotYourName


def refused() -> list[type[CollectionRefused]]:
    kinds = [*CollectionRefused.__subclasses__(), *GiftRefused.__subclasses__()]
    return [kind for kind in kinds if kind is not GiftRefused]


def test_each_has_a_sentence_of_its_own():
    kinds = refused()
    assert len({str(kind.sentence) for kind in kinds}) == len(kinds) > 10
    assert all(str(kind.sentence).endswith((".", "!")) for kind in kinds)


def test_they_speak_french():
    for kind in refused():
        with translation.override("en"):
            english = str(kind.sentence)
        with translation.override("fr"):
            assert str(kind.sentence) != english


def test_names_are_filled_in():
    assert "Épicerie" in str(NotYourName(name="Épicerie"))
