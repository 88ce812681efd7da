"""Prepared words go by their title."""

from qa.models import PreparedWords


def test_the_title():
    assert str(PreparedWords(title="Hors sujet", words="Posez-la plutôt ici.")) == "Hors sujet"
