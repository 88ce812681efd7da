"""What is refused has a sentence in the person's language."""

from django.utils import translation

from fundraising.refusals import CollectionRefused, NotYourName


def refused() -> list[type[CollectionRefused]]:
    groups = [kind for kind in CollectionRefused.__subclasses__() if kind.__subclasses__()]
    kinds = [*CollectionRefused.__subclasses__()]
    for group in groups:
        kinds += group.__subclasses__()
    return [kind for kind in kinds if kind not in groups]


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
