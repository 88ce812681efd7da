"""A firm that wants to become a project's godparent, and who speaks for it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models.project import Project
from qa.models.keys import new_code, new_key

LONGEST_WORDS = 600
LONGEST_ANSWER = 600


class OfferQuerySet(models.QuerySet):
    """Offers by where they stand."""

    def waiting(self) -> "OfferQuerySet":
        """Keep those whose mailbox is proved and that nobody answered."""
        return self.filter(proved_at__isnull=False, answered_at=None)


class Offer(models.Model):
    """An offer: only the team reads it. `key` is that of its form: sent twice, it is one."""

    wagtail_reference_index_ignore = True

    code = models.CharField(max_length=10, unique=True, default=new_code)
    key = models.CharField(max_length=22, unique=True, default=new_key)
    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="offers", verbose_name=_("project")
    )
    firm = models.CharField(_("firm"), max_length=120)
    name = models.CharField(_("name"), max_length=80)
    title = models.CharField(_("function"), max_length=80)
    email = models.EmailField(_("e-mail address"))
    words = models.CharField(_("what they would give"), max_length=LONGEST_WORDS)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    made_at = models.DateTimeField(default=timezone.now)
    proved_at = models.DateTimeField(_("received"), null=True)
    answered_at = models.DateTimeField(_("answered"), null=True)
    answer = models.CharField(_("answer"), max_length=LONGEST_ANSWER, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name = _("offer of a godparent")
        verbose_name_plural = _("offers of godparents")

    def __str__(self) -> str:
        return f"{self.firm} → {self.project}"

    def get_private_url(self) -> str:
        """Return where who made it sees it."""
        return reverse("own_offer", args=[self.code])
