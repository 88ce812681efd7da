"""What the site's search reads of texts from the public."""

from wagtail.search import index

from qa.models.moderated import Moderated


class PublicWords(index.SearchField):  # type: ignore[misc]
    """A field of a moderated text, in the index only while everybody may read it.

    What waits, was refused, taken off or erased leaves nothing there but an empty row.
    """

    def get_value(self, obj: Moderated) -> str:
        """Return the words that stand in the index."""
        return str(super().get_value(obj)) if obj.is_public else ""
