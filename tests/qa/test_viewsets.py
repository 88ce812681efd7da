"""The words of the desk, kept in the CMS by those who may."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from qa.models import StopList

pytestmark = pytest.mark.django_db

PLACES = ("qa_stoplist", "qa_preparedwords")


@pytest.fixture(autouse=True)
def _site(house):
    """The CMS of a site."""


@pytest.mark.parametrize(
    ("role", "may"), [("Lead moderators", [True, True]), ("Moderators", [False, True]),
                      ("Presenters", [False, False])],
)  # fmt: skip
def test_by_role(client, make_user, role, may):
    user = make_user("zoe")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    pages = [client.get(reverse(f"wagtailsnippets_{place}:list")) for place in PLACES]
    assert [page.status_code == 200 for page in pages] == may


def test_what_a_list_caught_stands_beside_it(admin_client, make_question):
    words = StopList.objects.create(name="À voir", words="navet")
    words.matches.create(word="navet", kind="question", subject_id=make_question().pk)
    page = admin_client.get(reverse("wagtailsnippets_qa_stoplist:list")).content.decode()
    assert "navet (1)" in page
    form = {"name": "Neuve", "mode": "hold", "words": "chou\nnavet"}
    admin_client.post(reverse("wagtailsnippets_qa_stoplist:add"), form)
    assert StopList.objects.get(name="Neuve").mode == "hold"
