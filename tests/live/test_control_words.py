"""The words of the control room's script."""

import json

from django.utils.translation import override

from live.control_words import control_words
from live.enums import Verb


def test_in_the_language_of_who_sits_there():
    with override("fr"):
        french = control_words()
    with override("en"):
        english = control_words()
    assert french.keys() == english.keys()
    assert (english["on_air"], french["on_air"]) == ("On air", "À l’antenne")
    assert set(english["verbs"]) == set(Verb.values)
    assert json.loads(json.dumps(french)) == french
    for words in (french, english):
        assert "TITLE" in words["quoted"]
        assert "HOUR" in words["ends"]
