"""Pictures that the CMS made for pages, served from the local folder."""

from django.conf import settings

from front.protocol import Receive, Scope, Send, answer
from media.front.files import safe_path, send_file

# Originals and documents are not here: they may be private.
PUBLIC_FOLDERS = ("images/", "media_thumbnails/")


class PictureFiles:
    """ASGI application for /uploads/."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        relative = scope["path"].removeprefix(settings.MEDIA_URL)
        path = safe_path(settings.MEDIA_ROOT, relative)
        if scope["method"] not in ("GET", "HEAD"):
            await answer(send, 405, headers=[("allow", "GET, HEAD")])
        elif path is None or not relative.startswith(PUBLIC_FOLDERS):
            await answer(send, 404)
        else:
            await send_file(scope, receive, send, path, "public, max-age=31536000, immutable")
