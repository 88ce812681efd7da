"""Why a picture of a project is not taken is said in this room's sentences."""

from io import BytesIO

import pytest

from media.gateways.people_pictures import MOST_BYTES
from projects.gateways.project_pictures import (
    address_of,
    forget_picture,
    keep_picture,
    read_picture,
)
from projects.refusals import NoPicture, PictureTooHeavy, PictureTooSmall


def test_kept_where_browsers_load_it(draw):
    content = draw()
    name = keep_picture(read_picture(BytesIO(content), len(content)))
    assert name.startswith("images/projects/")
    assert address_of(name).endswith(".jpg")
    forget_picture(name)


def test_not_taken(draw):
    for content, size, refusal in (
        (b"GIF89a", 6, NoPicture),
        (b"", MOST_BYTES + 1, PictureTooHeavy),
        (draw((200, 900)), 10, PictureTooSmall),
    ):
        with pytest.raises(refusal):
            read_picture(BytesIO(content), size)
