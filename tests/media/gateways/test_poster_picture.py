"""Uploaded pictures: checked, drawn afresh, without metadata."""

from io import BytesIO

import pytest
from PIL import Image

from media.gateways.poster_picture import MAX_BYTES, poster_jpeg
from media.refusals import NotAPicture, PictureTooHeavy, PictureTooSmall


def encoded(image, kind, **options):
    file = BytesIO()
    image.save(file, kind, **options)
    file.seek(0)
    return file


def read(data):
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_large_pictures_become_jpeg_of_1920_pixels(kind):
    drawn = read(poster_jpeg(encoded(Image.new("RGB", (2400, 1350), "#0b6b45"), kind)))
    assert (drawn.format, drawn.size, drawn.mode) == ("JPEG", (1920, 1080), "RGB")


def test_small_enough_pictures_keep_their_size():
    assert read(poster_jpeg(encoded(Image.new("L", (640, 10)), "PNG"))).size == (640, 10)


def test_no_metadata_survives_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "at home"
    exif.get_ifd(0x8825)[2] = (48.0, 51.0, 24.0)
    data = poster_jpeg(encoded(Image.new("RGB", (700, 1300)), "JPEG", exif=exif))
    drawn = read(data)
    assert drawn.size == (1300, 700)
    assert dict(drawn.getexif()) == {}
    assert b"Exif" not in data
    assert b"at home" not in data


def test_what_is_transparent_becomes_white():
    drawn = read(poster_jpeg(encoded(Image.new("RGBA", (640, 360), (0, 0, 0, 0)), "PNG")))
    assert drawn.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + bytes(50), b"\xff\xd8\xff\xe0"],
)
def test_what_is_not_a_picture(data):
    with pytest.raises(NotAPicture):
        poster_jpeg(BytesIO(data))


def test_a_picture_that_breaks_off():
    whole = encoded(Image.effect_noise((800, 600), 90), "PNG").getvalue()
    with pytest.raises(NotAPicture):
        poster_jpeg(BytesIO(whole[: len(whole) // 2]))


def test_narrow_pictures_are_refused_with_their_width():
    with pytest.raises(PictureTooSmall) as refusal:
        poster_jpeg(encoded(Image.new("RGB", (639, 900)), "PNG"))
    assert refusal.value.values == {"width_px": 639, "least_px": 640}


def test_a_small_file_that_unpacks_to_gigabytes():
    for side_px in (8000, 30_000):
        file = encoded(Image.new("1", (side_px, side_px)), "PNG")
        assert len(file.getvalue()) < 1_000_000
        with pytest.raises(PictureTooHeavy):
            poster_jpeg(file)


def test_a_large_file():
    with pytest.raises(PictureTooHeavy):
        poster_jpeg(BytesIO(bytes(MAX_BYTES + 1)))
