"""Links that tell others of a page, how often they were used, and whom they brought."""

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from audience.enums import ActKind, NotCredited, Origin, ShareChannel
from audience.models.act import Act
from audience.models.meter import Meter

# Crockford's base 32: no I, L, O, U. Ten symbols are 50 bits.
CODE_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10


def new_share_code() -> str:
    """Return a name that cannot be guessed: it stands in addresses."""
    return "".join(secrets.choice(CODE_SYMBOLS) for _ in range(CODE_LENGTH))


def new_secret() -> str:
    """Return the address of a private page, which nobody guesses (128 bits)."""
    return secrets.token_urlsafe(16)


class ShareCode(models.Model):
    """A code in an address: by it one sees how somebody came, and through whom.

    `kind` and `key` name what the link leads to (`audience.shared`); `meter` is its campaign's:
    acts for other campaigns are not credited to it. The site has one code per subject and channel;
    a person's own code has a `secret`, the address of its private page. `maker` and
    `maker_browser` are keyed hashes of who made it, where known: nobody brings themselves.
    `holder` is a name for somebody who has several codes: they are credited as one.
    `revoked_for` is the team's reason; "" where its maker took the link back, for good.
    """

    code = models.CharField(max_length=CODE_LENGTH, unique=True, default=new_share_code)
    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=24)
    meter = models.ForeignKey(
        Meter, null=True, on_delete=models.PROTECT, related_name="share_codes"
    )
    channel = models.CharField(_("channel"), max_length=10, choices=ShareChannel)
    secret = models.CharField(max_length=22, unique=True, null=True)
    holder = models.CharField(max_length=10, blank=True)
    maker = models.CharField(max_length=22, blank=True)
    maker_browser = models.CharField(max_length=22, blank=True)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    revoked_for = models.CharField(_("reason"), max_length=200, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key", "channel"],
                condition=models.Q(secret__isnull=True),
                name="one_code_per_channel",
            ),
            models.UniqueConstraint(
                fields=["holder", "kind", "key", "channel"],
                condition=~models.Q(holder=""),
                name="one_code_per_holder",
            ),
        ]
        indexes = [models.Index(fields=["kind", "key"], name="codes_of_a_subject")]
        verbose_name = _("share code")
        verbose_name_plural = _("share codes")

    def __str__(self) -> str:
        return self.code

    @property
    def is_own(self) -> bool:
        """Whether it is a person's, not the site's."""
        return self.secret is not None


class Referral(models.Model):
    """That a counted act came by a code: one row an act, written with it.

    `reason` says why it is not credited, if so. `is_new` holds for the first act by this code of
    somebody who is still recognised, so that people can be counted when they are forgotten.
    """

    act = models.OneToOneField(Act, on_delete=models.CASCADE, related_name="referral")
    code = models.ForeignKey(ShareCode, on_delete=models.PROTECT, related_name="referrals")
    day = models.DateField()
    is_new = models.BooleanField(default=True)
    reason = models.CharField(max_length=8, choices=NotCredited, blank=True)

    class Meta:
        indexes = [models.Index(fields=["code", "day"], name="referrals_of_a_code")]

    def __str__(self) -> str:
        return f"{self.code_id}: {self.reason or 'credited'}"


class DailyShares(models.Model):
    """How often a share link was pressed on a day."""

    code = models.ForeignKey(ShareCode, on_delete=models.CASCADE, related_name="daily_shares")
    day = models.DateField()
    count = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "day"], name="one_sum_of_shares_per_day")
        ]

    def __str__(self) -> str:
        return f"{self.code_id} {self.day}: {self.count}"


class ShareMark(models.Model):
    """That somebody pressed a share link on a day: forgotten after three days, as acts are."""

    code = models.ForeignKey(ShareCode, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(db_index=True)
    person = models.CharField(max_length=22)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "day", "person"], name="one_share_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.code_id} {self.day}"


class DailySource(models.Model):
    """How many acts were counted on a day, by the way their people came.

    `name`: the channel, the key of the host, or the other site's host name; of nobody in
    particular, since it is kept as a sum alone.
    """

    meter = models.ForeignKey(Meter, on_delete=models.CASCADE, related_name="daily_sources")
    day = models.DateField()
    kind = models.CharField(max_length=8, choices=ActKind)
    origin = models.CharField(max_length=8, choices=Origin)
    name = models.CharField(max_length=80, blank=True)
    count = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meter", "day", "kind", "origin", "name"], name="one_sum_per_source"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind} {self.origin} {self.name}: {self.count}"
