"""Pictures have a credit, and a rendition is made once."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from PIL import Image

from media.models import Picture

pytestmark = pytest.mark.django_db


# Wagtail leaves the temporary file of a rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_picture_keeps_who_made_it_and_its_renditions():
    data = BytesIO()
    Image.new("RGB", (1600, 900), "#0b6b45").save(data, "PNG")
    picture = Picture.objects.create(
        title="Rangs", credit="Suzon", file=ImageFile(data, name="rangs.png")
    )

    first = picture.get_rendition("fill-320x180")
    second = picture.get_rendition("fill-320x180")

    assert (first.pk, first.width, first.height) == (second.pk, 320, 180)
    assert "credit" in Picture.admin_form_fields
