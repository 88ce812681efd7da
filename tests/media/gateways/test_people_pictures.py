"""Pictures from strangers: drawn anew or not at all; shown, withheld, forgotten."""

from io import BytesIO

import pytest
from PIL import Image

from media.gateways.people_pictures import (
    MOST_BYTES,
    Fault,
    PictureFolder,
    PictureUnusable,
    forget_picture,
    redraw_picture,
)

FOLDER = PictureFolder("watering-cans")


def drawn(size: tuple[int, int], kind: str = "PNG", **values: object) -> BytesIO:
    file = BytesIO()
    Image.new("RGB", size, "orange").save(file, kind, **values)
    file.seek(0)
    return file


def test_what_hides_in_files_stays_behind():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    picture = Image.open(BytesIO(redraw_picture(drawn((4000, 3000), "JPEG", exif=exif), 10)))
    assert (picture.format, picture.size) == ("JPEG", (1200, 1600))
    assert not picture.getexif()


@pytest.mark.parametrize(
    ("file", "size", "fault"),
    [
        (BytesIO(b"<svg onload=alert(1)>"), 20, Fault.NO_PICTURE),
        (BytesIO(b"\x89PNG\r\n\x1a\n" + b"\0" * 60), 68, Fault.NO_PICTURE),
        (drawn((299, 900)), 10, Fault.TOO_SMALL),
        (drawn((8000, 8000)), 10, Fault.TOO_HEAVY),
        (BytesIO(), MOST_BYTES + 1, Fault.TOO_HEAVY),
    ],
)
def test_what_is_not_taken(file, size, fault):
    with pytest.raises(PictureUnusable) as error:
        redraw_picture(file, size)
    assert error.value.fault == fault


def test_shown_withheld_and_forgotten(asgi):
    name = FOLDER.keep(b"jpeg")
    assert asgi("GET", FOLDER.address_of(name)).body == b"jpeg"
    hidden = FOLDER.copy_withheld(name)
    assert FOLDER.is_withheld(hidden)
    assert FOLDER.address_of(hidden) == FOLDER.address_of("") == ""
    assert asgi("GET", f"/uploads/{hidden}").status == 404
    again = FOLDER.copy_shown(hidden)
    assert not FOLDER.is_withheld(again)
    for one in (name, hidden, again, again, ""):
        forget_picture(one)
    assert asgi("GET", FOLDER.address_of(again)).status == 404
