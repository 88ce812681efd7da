"""Films, pictures, and what is made of them."""

from media.models.encoding import EncodeJob, Encoding, Rendition
from media.models.picture import Picture, PictureRendition
from media.models.text import Chapter, TextTrack
from media.models.upload import Upload
from media.models.video import Video

__all__ = [
    "Chapter",
    "EncodeJob",
    "Encoding",
    "Picture",
    "PictureRendition",
    "Rendition",
    "TextTrack",
    "Upload",
    "Video",
]
