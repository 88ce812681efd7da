"""Each refusal has a code of its own and says what it is about."""

from media.refusals import Refused, TooLarge


def kinds(kind: type[Refused]) -> list[type[Refused]]:
    return [found for child in kind.__subclasses__() for found in (child, *kinds(child))]


def test_no_code_is_used_twice():
    codes = [kind.code for kind in kinds(Refused) if hasattr(kind, "code")]
    assert len(codes) == len(set(codes))


def test_the_sentence_names_the_values():
    assert "20 GB" in str(TooLarge(limit="20 GB"))
