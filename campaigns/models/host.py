"""Sites of others that show the widget."""

import secrets
import string

from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

KEY_LENGTH = 10
_ALPHABET = string.ascii_lowercase + string.digits

is_web_address = URLValidator(schemes=("http", "https"))


def new_host_key() -> str:
    """Return a name for a host that stands in addresses; no two are alike."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(KEY_LENGTH))


class EmbedHost(models.Model):
    """A site that shows the widget and is credited for the acts it brings.

    Anybody makes one for themselves. The key is no secret, it stands in the page of its host: it
    says whom to thank, and allows nothing. A closed host keeps its past and gets no new credit.
    """

    key = models.CharField(
        _("key"),
        max_length=12,
        unique=True,
        default=new_host_key,
        editable=False,
        validators=[RegexValidator(r"\A[a-z0-9]{8,12}\Z")],
    )
    name = models.CharField(_("name"), max_length=80)
    address = models.URLField(_("address"), validators=[is_web_address])
    contact = models.EmailField(
        _("contact e-mail"), blank=True, help_text=_("Only the team sees it.")
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    is_open = models.BooleanField(
        _("credited"),
        default=True,
        help_text=_("Without this, clicks from there still count, and nobody is named for them."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("address"),
        FieldPanel("contact"),
        FieldPanel("is_open"),
    ]

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("site that shows the widget")
        verbose_name_plural = _("sites that show the widget")

    def __str__(self) -> str:
        return self.name
