"""The light act has the fields of the row that it becomes."""

from audience.models import Act
from audience.received import RECEIVED


def test_its_fields_are_the_rows():
    assert set(RECEIVED) <= {field.name for field in Act._meta.fields}
