"""The screens of a rundown: templates, tables, print."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def live_page(make_live):
    return make_live(segments=[{"title": "Ancienne", "notes": "à l’équipe"}])


@pytest.fixture
def editor(client, admin):
    client.force_login(admin)
    return client


def address(live_page, end: str = "/") -> str:
    return f"/admin/lives/{live_page.pk}/rundown{end}"


def titles(live_page) -> list[str]:
    live_page.refresh_from_db()
    return [one.title for one in live_page.get_latest_revision_as_object().segments.all()]


def send(editor, live_page, text: str, revision=None):
    file = SimpleUploadedFile("rundown.csv", text.encode())
    seen = live_page.latest_revision_id if revision is None else revision
    return editor.post(address(live_page, "/import/"), {"file": file, "revision": seen})


def test_the_screen_shows_the_draft(editor, live_page):
    text = editor.get(address(live_page)).text
    assert "Ancienne" in text
    assert f'name="revision" value="{live_page.latest_revision_id}"' in text


def test_a_template_in_one_press(editor, live_page):
    values = {"template": "world-tour", "revision": live_page.latest_revision_id}
    answer = editor.post(address(live_page, "/template/"), values)
    assert answer["Location"] == f"/admin/pages/{live_page.pk}/edit/"
    assert len(titles(live_page)) == 19
    assert editor.get(answer["Location"]).status_code == 200


def test_no_such_template(editor, live_page):
    values = {"template": "circus", "revision": live_page.latest_revision_id}
    answer = editor.post(address(live_page, "/template/"), values)
    assert answer.status_code == 404
    assert "RDN-005" in answer.text


def test_out_and_in_again(editor, live_page):
    answer = editor.get(address(live_page, ".csv"))
    assert answer["Content-Disposition"].endswith('-rundown.csv"')
    text = b"".join(answer).decode("utf-8-sig")
    assert "Ancienne" in text
    answer = send(editor, live_page, text.replace("Ancienne", "Nouvelle"))
    assert answer.status_code == 302
    assert titles(live_page) == ["Nouvelle"]


def test_a_wrong_line_imports_nothing(editor, live_page):
    answer = send(editor, live_page, "title,length\nBonne,1:00\nMauvaise,<b>\n")
    assert answer.status_code == 400
    assert "RDN-016" in answer.text
    assert "&lt;b&gt;" in answer.text
    assert titles(live_page) == ["Ancienne"]


def test_no_file_and_an_old_screen(editor, live_page):
    answer = editor.post(address(live_page, "/import/"), {"revision": live_page.latest_revision_id})
    assert "RDN-010" in answer.text
    seen = live_page.latest_revision_id
    live_page.save_revision()
    answer = send(editor, live_page, "title,length\nBonne,1:00\n", revision=seen)
    assert (answer.status_code, titles(live_page)) == (409, ["Ancienne"])


def test_on_paper(editor, live_page):
    text = editor.get(address(live_page, "/print/")).text
    assert "Ancienne" in text
    assert "à l’équipe" in text


def test_who_may_not_edit_sees_none_of_it(client, live_page, make_user):
    client.force_login(make_user("zoe"))
    for end in ("/", ".csv", "/print/"):
        assert client.get(address(live_page, end)).status_code in (302, 403)
    assert client.post(
        address(live_page, "/template/"), {"template": "world-tour"}
    ).status_code in (
        302,
        403,
    )
    assert titles(live_page) == ["Ancienne"]
