"""Settings of the test run: the same site, in a folder of its own, with fast passwords.

They stand outside the package portal.settings because importing anything of it reads the
environment, and the test run must change the environment first.
"""

import os
import tempfile

os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="potager-test-"))
os.environ.setdefault("EMAIL_URL", "memorymail://")
os.environ.setdefault("PAGE_CACHE_S", "0")

from portal.settings import *  # noqa: E402, F403
from portal.settings import (  # noqa: E402
    DATA_DIR,
    DATABASES,
    INSTALLED_APPS,
    IS_SQLITE,
    STORAGES,
)

INSTALLED_APPS = [*INSTALLED_APPS, "tests.flushing"]

if IS_SQLITE:
    # A file, so that other processes (a worker that a test kills) see the same database.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
