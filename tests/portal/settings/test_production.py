"""The settings as a host uses them: in a process of their own, from the environment alone."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY

TELL = """
import json, sys
from portal import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str))
"""


def run(tmp_path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path),
        "PYTHONWARNINGS": "error::RuntimeWarning",
        **variables,
    }
    return subprocess.run(
        [sys.executable, *command],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def settings_of(tmp_path, *names: str, **variables: str) -> dict:
    done = run(tmp_path, "-c", TELL, *names, **variables)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_djangos_checks_for_deployment_are_clean(tmp_path):
    done = run(
        tmp_path,
        *("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        PUBLIC_URL="https://www.potager.example",
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_an_https_site_protects_its_cookies(tmp_path):
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "ALLOWED_HOSTS")
    found = settings_of(tmp_path, *names, PUBLIC_URL="https://www.potager.example/")
    assert [found[name] for name in names[:3]] == [True, True, True]
    assert "www.potager.example" in found["ALLOWED_HOSTS"]
    assert "*" not in found["ALLOWED_HOSTS"]


def test_forwarded_headers_are_believed_from_known_proxies_only(tmp_path):
    url = {"PUBLIC_URL": "https://potager.example"}
    name = "SECURE_PROXY_SSL_HEADER"
    assert settings_of(tmp_path, name, **url)[name] is None
    found = settings_of(tmp_path, name, **url, TRUSTED_PROXIES="10.0.0.1")
    assert found[name] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_sqlite_survives_two_writers(tmp_path):
    options = settings_of(tmp_path, "DATABASES")["DATABASES"]["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]


def test_postgresql_by_its_address(tmp_path):
    url = "postgres://potager:secret@db.example:5432/potager"
    found = settings_of(tmp_path, "DATABASES", "WAGTAILSEARCH_BACKENDS", DATABASE_URL=url)
    database = found["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["CONN_MAX_AGE"]) == ("db.example", 60)
    assert found["WAGTAILSEARCH_BACKENDS"]["default"]["SEARCH_CONFIG"] == "potager_fr"


def test_nothing_is_asked_of_strangers(tmp_path):
    found = settings_of(tmp_path, "WAGTAIL_GRAVATAR_PROVIDER_URL", "WAGTAIL_ENABLE_UPDATE_CHECK")
    assert found == {"WAGTAIL_GRAVATAR_PROVIDER_URL": None, "WAGTAIL_ENABLE_UPDATE_CHECK": False}


@pytest.mark.parametrize("name", ["UPLOAD_MAX_BYTES", "PAGE_CACHE_S", "PORT"])
def test_a_number_that_is_none_stops_the_start(tmp_path, name):
    done = run(tmp_path, "-c", TELL, name, **{name: "beaucoup"})
    assert done.returncode != 0
    assert "beaucoup" in done.stderr
