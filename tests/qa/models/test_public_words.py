"""What the index of the search holds of texts from the public: only what everybody may read."""

import pytest

from projects.models import Project
from qa.enums import TextState
from qa.models import PublicWords


@pytest.mark.parametrize("state", TextState)
def test_words_are_in_the_index_only_while_they_are_shown(state):
    project = Project(title="Des roues", name="Odile", organisation="Les Louches", state=state)
    shown = state in (TextState.APPROVED, TextState.READY, TextState.ON_AIR, TextState.ANSWERED)
    assert PublicWords("title").get_value(project) == ("Des roues" if shown else "")
    assert PublicWords("byline").get_value(project) == ("Odile, Les Louches" if shown else "")
