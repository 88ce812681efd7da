"""A card's file is named after what it shows."""

from campaigns.models.share_card import ShareCard, file_name_of


def test_names():
    card = ShareCard(kind="leek", key="7", digest="a" * 20)
    assert card.file_name == file_name_of("a" * 20) == f"cards/{'a' * 20}.png"
    assert str(card) == f"leek 7: {'a' * 20}"
