"""Pictures from strangers: drawn anew, or refused with a sentence."""

from io import BytesIO

import pytest
from PIL import Image

from fundraising.domain.read_picture import read_picture
from fundraising.refusals import ImageTooHeavy, ImageTooSmall, NotAnImage
from media.gateways.people_pictures import MOST_BYTES


def read(content: bytes) -> Image.Image:
    return Image.open(BytesIO(read_picture(BytesIO(content), len(content))))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_phones_and_screens_make(draw, kind):
    picture = read(draw(kind=kind))
    assert (picture.format, picture.size) == ("JPEG", (640, 480))


def test_the_place_where_it_was_taken_stays_behind(draw):
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    content = draw(kind="JPEG", exif=exif)
    assert Image.open(BytesIO(content)).getexif()
    picture = read(content)
    assert not picture.getexif()
    # And it stands upright.
    assert picture.size == (480, 640)


def test_large_ones_become_small_enough(draw):
    assert read(draw((4000, 3000), "JPEG")).size == (1600, 1200)


def test_transparent_ones_get_paper():
    drawn = BytesIO()
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(drawn, "PNG")
    assert read(drawn.getvalue()).getpixel((200, 200)) > (240, 240, 220)


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg onload=alert(1)>", b"\xff\xd8\xff\xe0 nothing", b"GIF89a" + b"x" * 100,
     b"%PDF-1.7", b"\x89PNG\r\n\x1a\n" + b"\0" * 60],
)  # fmt: skip
def test_what_is_no_picture(content):
    with pytest.raises(NotAnImage):
        read_picture(BytesIO(content), len(content))


def test_half_a_picture_is_none(draw):
    content = draw(kind="JPEG")
    with pytest.raises(NotAnImage):
        read_picture(BytesIO(content[: len(content) // 2]), len(content))


def test_too_heavy_in_bytes_or_in_points(draw):
    with pytest.raises(ImageTooHeavy):
        read_picture(BytesIO(), MOST_BYTES + 1)
    for side in (8_000, 20_000):
        drawn = BytesIO()
        Image.new("1", (side, side)).save(drawn, "PNG")
        with pytest.raises(ImageTooHeavy):
            read_picture(drawn, 10)


def test_too_small(draw):
    with pytest.raises(ImageTooSmall):
        read(draw((299, 900)))
