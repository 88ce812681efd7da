"""What waits for the team among acts: those to verify, by campaign."""

from datetime import timedelta

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from audience.domain.review_acts import may_review
from audience.enums import Verdict
from audience.models import Act, Meter
from users.inbox import Entry, Source

WITHIN = timedelta(hours=72)


def _meters() -> QuerySet[Meter]:
    acts = Act.objects.filter(meter=OuterRef("pk"), verdict=Verdict.TO_VERIFY)
    oldest = acts.order_by("received_at").values("received_at")[:1]
    waiting = Meter.objects.filter(to_verify__gt=0)
    return waiting.annotate(since=Coalesce(Subquery(oldest), Now())).order_by("since", "pk")


def _meter(meter: Meter) -> Entry:
    said = ngettext(
        "%(number)s act to verify: %(campaign)s",
        "%(number)s acts to verify: %(campaign)s",
        meter.to_verify,
    )
    return Entry(
        key=str(meter.pk),
        title=said % {"number": meter.to_verify, "campaign": meter.name},
        link=reverse("acts"),
        since=meter.since,  # type: ignore[attr-defined]
        within=WITHIN,
    )


ACTS = Source("acts", _("Acts to verify"), may_review, _meters, _meter)
