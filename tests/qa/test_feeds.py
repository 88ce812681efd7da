"""A feed of each theme: well-formed whatever was asked."""

from xml.etree import ElementTree

import pytest

from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_the_newest_questions(client, house, make_question):
    shown = make_question("<script>alert(1)</script> ?", state=TextState.APPROVED, name="Lulu & Co")
    make_question("Pas encore lue ?")
    answer = client.get(f"/themes/{shown.theme.slug}/questions.xml")
    assert answer["Content-Type"].startswith("application/atom+xml")
    tree = ElementTree.fromstring(answer.content)
    titles = [one.text for one in tree.findall(".//{*}entry/{*}title")]
    assert titles == ["<script>alert(1)</script> ?"]
    assert client.get("/themes/nothing/questions.xml").status_code == 404
