"""Where files live: local folders, or an S3-compatible bucket named by STORAGE_URL."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

Storages = dict[str, dict[str, Any]]


def storages_from_url(url: str, data_dir: Path, *, debug: bool) -> Storages:
    """Return Django's STORAGES for `url`.

    - `default`: pictures and documents of the CMS.
    - `originals`: source files of films, never public.
    - `videos`: encoded films, served under /v/ by the front door.

    `url` is empty (local folders below `data_dir`) or
    `s3://KEY:SECRET@ENDPOINT_HOST[:PORT]/BUCKET?region=…&tls=1`.
    """
    static_backend = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
        if debug
        else "portal.static_files.HashedStaticFiles"
    )
    local = "django.core.files.storage.FileSystemStorage"
    places: Storages = {
        "default": {"BACKEND": local},
        "originals": {
            "BACKEND": local,
            "OPTIONS": {"location": str(data_dir / "originals"), "base_url": None},
        },
        "videos": {
            "BACKEND": local,
            "OPTIONS": {"location": str(data_dir / "vod"), "base_url": None},
        },
    }
    if url:
        options = _s3_options(url)
        places = {
            name: {
                "BACKEND": "storages.backends.s3.S3Storage",
                "OPTIONS": {**options, "location": name},
            }
            for name in places
        }
    return {**places, "staticfiles": {"BACKEND": static_backend}}


def _s3_options(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    bucket = parts.path.strip("/")
    if parts.scheme != "s3" or not parts.hostname or not bucket:
        raise ImproperlyConfigured(
            "STORAGE_URL must look like s3://KEY:SECRET@HOST/BUCKET?region=REGION&tls=1"
        )
    query = parse_qs(parts.query)
    scheme = "http" if query.get("tls") == ["0"] else "https"
    port = f":{parts.port}" if parts.port else ""
    return {
        "bucket_name": bucket,
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "region_name": query.get("region", [None])[0],
        "endpoint_url": f"{scheme}://{parts.hostname}{port}",
        "default_acl": None,
        "querystring_auth": True,
        "file_overwrite": True,
    }
