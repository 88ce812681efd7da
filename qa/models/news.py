"""News that somebody outside the team tells: a few words, perhaps a picture."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qa.enums import PLAIN_DEEDS
from qa.models.keys import new_code, new_key
from qa.models.moderated import Moderated

LONGEST_NEWS = 500
LONGEST_ALT = 150


class ToldNews(Moderated):
    """A few words, perhaps a picture, under the day on which they were sent.

    `key` is that of their form: sent twice, they are one. `picture` is its name in the storage,
    `picture_alt` what it shows. `name` and `language` say who tells, and in which language.
    """

    words_field = "text"
    name_field = "name"
    deeds = PLAIN_DEEDS
    merged_into = None
    wagtail_reference_index_ignore = True
    name: Any
    language: Any

    code = models.CharField(max_length=10, unique=True, default=new_code)
    key = models.CharField(max_length=22, unique=True, default=new_key)
    text = models.CharField(_("news"), max_length=LONGEST_NEWS)
    picture = models.CharField(max_length=120, blank=True)
    picture_alt = models.CharField(_("what the picture shows"), max_length=LONGEST_ALT, blank=True)

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def says_of_picture(self) -> str:
        """What stands for the picture where nobody sees it."""
        return self.picture_alt or gettext("Picture chosen by %(name)s") % {"name": self.name}

    def told(self) -> dict[str, Any]:
        """Add what stands for the picture."""
        return super().told() | {"picture_alt": self.picture_alt}
