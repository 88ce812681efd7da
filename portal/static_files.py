"""Static files under hashed names, kept by browsers for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Also hash what our ES modules import, or a browser would mix old and new modules."""

    support_js_module_import_aggregation = True
