"""What is wanted of a shown text waits beside it; the rooms that have such texts test deciding."""

from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from qa.domain.change_shown import propose, set_wanted

OLD, NEW = "images/test/old.jpg", "images/test/new.jpg"


@pytest.fixture
def text():
    """A text with a picture; so is the one that was proposed before."""
    for name in (OLD, NEW):
        default_storage.delete(name)
        default_storage.save(name, ContentFile(b"x"))
    return SimpleNamespace(
        words="Un navet", picture=OLD, fold="", proposed={"picture": NEW}, proposed_at=None
    )


@pytest.mark.django_db(transaction=True)
def test_put_on_the_text_at_once(text):
    set_wanted(text, {"words": "Une Carotte", "picture": NEW})
    assert (text.words, text.picture, text.proposed) == ("Une Carotte", NEW, {})
    assert text.fold
    assert not default_storage.exists(OLD)
    assert default_storage.exists(NEW)


@pytest.mark.django_db(transaction=True)
def test_waits_with_what_differs_alone(text):
    propose(text, {"words": "Un navet", "picture": ""})
    assert text.proposed == {"picture": ""}
    assert text.proposed_at is not None
    assert default_storage.exists(OLD)
    assert not default_storage.exists(NEW)


@pytest.mark.django_db(transaction=True)
def test_a_picture_that_was_proposed_before_stays_with_other_words(text):
    propose(text, {"words": "Deux navets"})
    assert text.proposed == {"words": "Deux navets", "picture": NEW}
    assert default_storage.exists(NEW)


@pytest.mark.django_db(transaction=True)
def test_what_is_as_it_was_waits_for_nobody(text):
    text.proposed = {}
    propose(text, {"words": "Un navet"})
    assert (text.proposed, text.proposed_at) == ({}, None)
