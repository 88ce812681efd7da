"""Every failure has a code and two sentences for people."""

import pytest

from media import errors


def kinds(parent=errors.MediaError):
    for child in parent.__subclasses__():
        yield from kinds(child)
        if "code" in vars(child):
            yield child


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.__name__)
def test_says_what_happened_and_what_to_do(kind):
    assert str(kind.summary).endswith(".")
    assert str(kind.remedy).endswith(".")
    assert f"{kind.__name__} " in errors.__doc__
    assert kind.code in errors.__doc__
    assert kind.is_final == issubclass(kind, errors.SourceRefused)
    assert "exit code 3" in kind("exit code 3").detail


def test_codes_are_unique():
    codes = [kind.code for kind in kinds()]
    assert len(codes) == len(set(codes))


def test_stopping_is_not_a_failure():
    assert not issubclass(errors.Stopped, errors.MediaError)
