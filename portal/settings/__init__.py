"""All of Potager's settings. Each comes from the environment, with a default that runs at once.

Without any variable set, the site runs on one machine: SQLite, local files, local memory.
Every variable read here is described in docs/hosts/settings.md (a test compares the two).
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ

from portal.settings.payment_accounts import read_accounts
from portal.settings.policies import ADMIN_POLICY, PUBLIC_POLICY, with_media_origin
from portal.settings.secret import read_or_create_secret
from portal.settings.storage import storages_from_url

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

# --- Where the site lives
PORT = env.int("PORT", default=8000)
PUBLIC_URL = env.str("PUBLIC_URL", default=f"http://localhost:{PORT}").rstrip("/")
_public = urlsplit(PUBLIC_URL)
IS_HTTPS = _public.scheme == "https"

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or read_or_create_secret(DATA_DIR / "secret_key")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[]) or [
    host for host in (_public.hostname, "localhost", "127.0.0.1", "[::1]") if host
]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])

# --- What it is made of
INSTALLED_APPS = [
    "portal",
    "django_comments_xtd",
    "django_comments",
    "home",
    "live",
    "episodes",
    "ambassadors",
    "fundraising",
    "projects",
    "qa",
    "campaigns",
    "media",
    "audience",
    "front",
    "users",
    "wagtailmedia",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "portal.page_cache.AnonymousPageCache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.content_policy.PolicyByPlace",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
ASGI_APPLICATION = "portal.asgi.application"
AUTH_USER_MODEL = "users.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "portal" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ]
            if not DEBUG
            else [
                "django.template.loaders.filesystem.Loader",
                "django.template.loaders.app_directories.Loader",
            ],
        },
    }
]

# --- Data
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'potager.sqlite3'}")}
IS_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if IS_SQLITE:
    # WAL and IMMEDIATE: without them, two writers at once answer "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Opening SQLite costs as much as three queries; opening PostgreSQL more.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE_S", default=60)

# Django keeps 300 entries unless told, then throws any third away: one page with its films has
# twenty.
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://potager?max_entries=2000")}
PAGE_CACHE_S = env.int("PAGE_CACHE_S", default=30)

# The `default` queue runs at once: Wagtail's search index and file deletion hang on it.
# What takes time (encoding) goes to `jobs`, where a worker picks it up.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "jobs": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "encode"]},
}

# --- Files
STORAGE_URL = env.str("STORAGE_URL", default="")
MEDIA_URL = "/uploads/"
MEDIA_ROOT = DATA_DIR / "uploads"
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "portal" / "static"]
STORAGES = storages_from_url(STORAGE_URL, DATA_DIR, debug=DEBUG)
WHITENOISE_MAX_AGE = 60

# --- Video
VIDEO_DELIVERY = env.str("VIDEO_DELIVERY", default="direct")  # direct | x-accel | s3
UPLOAD_MAX_BYTES = env.int("UPLOAD_MAX_BYTES", default=20 * 2**30)
UPLOAD_KEPT_HOURS = env.int("UPLOAD_KEPT_HOURS", default=48)
ENCODE_THREADS = env.int("ENCODE_THREADS", default=2)
ENCODE_LEASE_S = env.int("ENCODE_LEASE_S", default=30)
ENCODE_ATTEMPTS = env.int("ENCODE_ATTEMPTS", default=3)
ENCODE_BACKOFF_S = env.int("ENCODE_BACKOFF_S", default=10)
FFMPEG_BINARY = env.str("FFMPEG_BINARY", default="")
FFPROBE_BINARY = env.str("FFPROBE_BINARY", default="")
# On the disk of the data: a film must not fill the system's /tmp on its way in.
SCRATCH_DIR = FILE_UPLOAD_TEMP_DIR = DATA_DIR / "scratch"
SCRATCH_DIR.mkdir(exist_ok=True)

WAGTAILMEDIA = {
    "MEDIA_MODEL": "media.Video",
    "MEDIA_FORM_BASE": "media.forms.VideoForm",
    # The probe looks into the file; a list of endings would only refuse good films.
    "AUDIO_EXTENSIONS": [],
    "VIDEO_EXTENSIONS": [],
}

# --- Live
LIVE_ROOT = DATA_DIR / "live"
RTMP_PORT = env.int("RTMP_PORT", default=1935)
RTMP_HOST = env.str("RTMP_HOST", default="")
# What encoders are told: another port than ours where nginx stands before it.
RTMP_PUBLIC_PORT = env.int("RTMP_PUBLIC_PORT", default=RTMP_PORT)
NGINX_RTMP_SECRET = env.str("NGINX_RTMP_SECRET", default="")
NGINX_RTMP_FROM = env.list("NGINX_RTMP_FROM", default=["127.0.0.1", "::1"])
SRT_PORT = env.int("SRT_PORT", default=0)
SRT_HOST = env.str("SRT_HOST", default="")
LIVE_RUNGS = [rung for rung in ("480p", "360p") if rung in env.list("LIVE_RUNGS", default=[])]
LIVE_GUESTS_ENCODED = env.bool("LIVE_GUESTS_ENCODED", default=True)

# --- Counting
# Counted acts of one network, per campaign, in ten minutes; what comes on top is looked at first.
ACTS_PER_NETWORK = env.int("ACTS_PER_NETWORK", default=60)
# Viewers of a live programme, from the requests that reach this process: not behind a cache.
COUNT_VIEWERS = env.bool("COUNT_VIEWERS", default=True)

# --- Gifts
# off | hidden | shown: whether the built-in provider, which moves no money, takes gifts, and
# whether these are shown: on demos only.
TEST_GIFTS = env.str("TEST_GIFTS", default="off")
# Accounts at payment providers, with their keys (fundraising/gateways/accounts.py).
PAYMENT_ACCOUNTS = read_accounts(env.str("PAYMENT_ACCOUNTS_FILE", default=""))

# --- Languages
LANGUAGE_CODE = "fr"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fr", "Français"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Captions and subtitles may be in more languages than the interface.
TRACK_LANGUAGES = [
    ("fr", "Français"),
    ("en", "English"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("it", "Italiano"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ar", "العربية"),
    ("uk", "Українська"),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Europe/Paris")
USE_THOUSAND_SEPARATOR = True
WAGTAILLOCALIZE_JOBS = {"BACKEND": "wagtail_localize.tasks.ImmediateBackend", "OPTIONS": {}}

# --- Wagtail
WAGTAIL_SITE_NAME = env.str("SITE_NAME", default="Potager")
WAGTAILADMIN_USER_LOGIN_FORM = "users.sign_in_form.SignInForm"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 2**20
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        **({} if IS_SQLITE else {"SEARCH_CONFIG": "potager_fr"}),
    }
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
LOGIN_URL = "wagtailadmin_login"

# --- Mail
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
# A mail server that does not answer must not stop the clock.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default=f"potager@{_public.hostname}"
)

# --- Security
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_S", default=31_536_000) if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS and TRUSTED_PROXIES else None
)
CONTENT_SECURITY_POLICY = with_media_origin(PUBLIC_POLICY, env.str("MEDIA_ORIGIN", default=""))
ADMIN_CONTENT_SECURITY_POLICY = ADMIN_POLICY

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "quiet": {"class": "logging.StreamHandler", "formatter": "line", "level": "WARNING"},
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    # What these say of every page saved and task done is kept in the CMS and the database.
    "loggers": {
        name: {"handlers": ["quiet"], "propagate": False}
        for name in ("django_tasks", "django_tasks_db", "wagtail")
    },
}

# --- Comments: django-comments-xtd holds the threads; forms, mails and pages are our own (qa)
SITE_ID = 1
COMMENTS_APP = "django_comments_xtd"
COMMENTS_XTD_MODEL = "qa.models.Comment"
COMMENTS_XTD_MAX_THREAD_LEVEL = 2
