"""Texts whose authors may change them while everybody reads them."""

from django.db import models

from qa.models.moderated import Moderated


class Proposable(Moderated):
    """A text with a picture. What its author changes while it is shown waits for the team.

    `proposed` holds, by the names of fields, what is to differ from what is shown; a `picture` is
    its name in the storage, "" for none.
    """

    picture: models.CharField
    proposed = models.JSONField(default=dict, blank=True)
    proposed_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
