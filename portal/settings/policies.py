"""Content security policies: what a browser may load on our pages."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE

Policy = dict[str, dict[str, Any]]

# The player's controls write a few fixed style texts; `manage.py vendor` lists their hashes.
_HASHES = Path(__file__).parent.parent / "static/vendor/media-chrome/style-hashes.json"
PLAYER_STYLES: list[str] = json.loads(_HASHES.read_text()) if _HASHES.exists() else []

PUBLIC_POLICY: Policy = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, *PLAYER_STYLES],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF, "blob:"],
        "connect-src": [SELF],
        "worker-src": [SELF, "blob:"],
        "manifest-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    }
}

# Wagtail's explorer, edit and report pages carry inline scripts and styles.
ADMIN_POLICY: Policy = {
    "DIRECTIVES": {
        **PUBLIC_POLICY["DIRECTIVES"],
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:"],
    }
}


def with_media_origin(policy: Policy, origin: str) -> Policy:
    """Return `policy` with films and pictures also allowed from `origin` (an S3 bucket or CDN)."""
    if not origin:
        return policy
    wider = deepcopy(policy)
    for directive in ("media-src", "connect-src", "img-src"):
        wider["DIRECTIVES"][directive].append(origin)
    return wider
