"""Where files live."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.settings.storage import storages_from_url

DATA = Path("/srv/potager")


def test_local_folders_are_the_default():
    places = storages_from_url("", DATA, debug=False)
    assert places["originals"]["OPTIONS"]["location"] == "/srv/potager/originals"
    assert places["videos"]["OPTIONS"]["location"] == "/srv/potager/vod"
    assert places["originals"]["OPTIONS"]["base_url"] is None
    assert places["staticfiles"]["BACKEND"] == "portal.static_files.HashedStaticFiles"


def test_while_developing_static_files_keep_their_names():
    backend = storages_from_url("", DATA, debug=True)["staticfiles"]["BACKEND"]
    assert backend == "django.contrib.staticfiles.storage.StaticFilesStorage"


def test_a_bucket_holds_everything_but_static_files():
    url = "s3://KEY:se%2Fcret@s3.example:9000/films?region=eu-west-3&tls=0"
    places = storages_from_url(url, DATA, debug=False)
    for name in ("default", "originals", "videos"):
        assert places[name]["BACKEND"] == "storages.backends.s3.S3Storage"
        assert places[name]["OPTIONS"] == {
            "bucket_name": "films",
            "access_key": "KEY",
            "secret_key": "se/cret",
            "region_name": "eu-west-3",
            "endpoint_url": "http://s3.example:9000",
            "default_acl": None,
            "querystring_auth": True,
            "file_overwrite": True,
            "location": name,
        }
    assert "s3" not in places["staticfiles"]["BACKEND"]


def test_a_bucket_is_asked_over_tls_unless_told_otherwise():
    options = storages_from_url("s3://k:s@s3.example/films", DATA, debug=False)["videos"]["OPTIONS"]
    assert options["endpoint_url"] == "https://s3.example"
    assert options["region_name"] is None


@pytest.mark.parametrize("url", ["ftp://host/films", "s3://k:s@host", "s3:///films", "/srv/films"])
def test_what_is_no_bucket_is_refused_with_an_example(url):
    with pytest.raises(ImproperlyConfigured, match="STORAGE_URL must look like s3://"):
        storages_from_url(url, DATA, debug=False)
