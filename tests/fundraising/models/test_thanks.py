"""A note of thanks reads as its words."""

from fundraising.models import Thanks


def test_its_words():
    assert str(Thanks(words="Merci !")) == "Merci !"
