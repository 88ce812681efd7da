"""What people see when something went wrong."""

import pytest
from django.test import Client, RequestFactory
from django.urls import path

from portal.errors import page_not_found, server_error


def explode(request):
    raise RuntimeError("the oven is on fire")


urlpatterns = [path("explode/", explode)]
handler500 = "portal.errors.server_error"


@pytest.mark.parametrize(("url", "language"), [("/rien/", "fr"), ("/en/nothing/", "en")])
def test_404_in_the_readers_language(house, english, client, url, language):
    answer = client.get(url)
    assert answer.status_code == 404
    assert f'<html lang="{language}">' in answer.text
    assert "404</p>" in answer.text
    assert 'href="/' in answer.text
    assert answer["Content-Language"] == language


def test_404_answers_even_without_a_site(db, client):
    from wagtail.models import Site

    Site.objects.all().delete()
    assert client.get("/rien/").status_code == 404


def test_404_shows_no_part_of_the_address(house, client):
    answer = client.get("/<script>alert(1)</script>/")
    assert answer.status_code == 404
    assert "alert(1)" not in answer.text


def test_page_not_found_is_called_by_django(house):
    request = RequestFactory().get("/rien/")
    assert page_not_found(request, Exception("rien")).status_code == 404


@pytest.mark.urls("tests.portal.test_errors")
def test_500_is_ours_and_tells_nothing_of_the_error(caplog):
    answer = Client(raise_request_exception=False).get("/explode/")
    assert answer.status_code == 500
    assert "potager" in answer.text
    assert "oven" not in answer.text
    assert "the oven is on fire" in caplog.text


def test_500_needs_no_database():
    # Without the `db` fixture, pytest-django refuses every query.
    answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Réessayez" in answer.text
    assert 'lang="en"' in answer.text
