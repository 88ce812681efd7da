"""What Wagtail brings, through our layers: workflow, aliases, redirects, revisions."""

import pytest
from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupPagePermission, Page, Workflow

pytestmark = pytest.mark.django_db


@pytest.fixture
def workflow(house):
    """Moderators' approval, asked for below the front page."""
    from wagtail.models import GroupApprovalTask, WorkflowPage, WorkflowTask

    group = Group.objects.get_or_create(name="Moderators")[0]
    task = GroupApprovalTask.objects.create(name="Relecture")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Relire puis publier")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=house.home)
    return workflow, group


@pytest.fixture
def make_member(house, django_user_model):
    from django.contrib.auth.models import Permission

    def make(name: str, group: Group, *permissions: str):
        user = django_user_model.objects.create_user(name, f"{name}@example.org", "secret")
        user.groups.add(group)
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for codename in permissions:
            permission = Permission.objects.get(
                codename=codename, content_type__app_label="wagtailcore", content_type__model="page"
            )
            GroupPagePermission.objects.get_or_create(
                group=group, page=house.home, permission=permission
            )
        return user

    return make


def test_a_page_goes_through_review(workflow, make_member, make_page, client):
    _, moderators = workflow
    editor = make_member("edith", Group.objects.create(name="Plumes"), "add_page", "change_page")
    moderator = make_member("momo", moderators, "change_page", "publish_page")
    page = make_page("Relue", live=False)
    page.save_revision(user=editor)
    state = page.get_workflow().start(page, editor)
    assert client.get(page.url).status_code == 404
    task_state = state.current_task_state
    task_state.task.on_action(task_state, moderator, "approve")
    state.refresh_from_db()
    assert state.status == "approved"
    assert "Relue" in client.get(page.url).text


def test_a_redirect_leads_on(house, make_page, client):
    page = make_page(slug="nouveau")
    Redirect.add_redirect("/ancien/", redirect_to=page)
    answer = client.get("/ancien/")
    assert (answer.status_code, answer["Location"]) == (301, "/nouveau/")
    assert client.get("/ancien").status_code in (301, 302)


def test_a_moved_page_leaves_a_redirect(house, make_page, client):
    page, shelf = make_page(slug="vieux"), make_page(slug="etagere")
    Page.objects.get(pk=page.pk).move(shelf, pos="last-child")
    answer = client.get("/vieux/")
    assert answer.status_code == 301
    assert answer["Location"].endswith("/etagere/vieux/")
    assert client.get("/etagere/vieux/").status_code == 200


def test_an_alias_shows_its_source_and_follows_it(make_page, client):
    page, shelf = make_page("Une page"), make_page(slug="etagere")
    alias = page.create_alias(parent=shelf, update_slug="copie")
    assert "Une page" in client.get(alias.url).text
    page.title = "Une autre"
    page.save_revision().publish()
    assert "Une autre" in client.get(alias.url).text


def test_a_revision_waits_until_it_is_published(make_page, client):
    page = make_page("Avant")
    page.title = "Après"
    revision = page.save_revision()
    assert "Avant" in client.get(page.url).text
    revision.publish()
    assert "Après" in client.get(page.url).text


def test_an_address_without_its_slash_gets_it(make_page, client):
    page = make_page(slug="ici")
    answer = client.get("/ici")
    assert (answer.status_code, answer["Location"]) == (301, page.url)


def test_pages_answer_reading_only(make_page, client):
    page = make_page()
    assert client.options(page.url).status_code == 200
    assert client.head(page.url).content == b""
