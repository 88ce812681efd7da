"""What waits for the team after a live."""

from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from live.domain.after_rights import may_finish_some
from live.models import Recording
from users.inbox import Entry, Source

AFTER_WITHIN = timedelta(days=3)


def _to_close() -> QuerySet[Recording]:
    return Recording.objects.to_close().select_related("run__programme")


def _after(recording: Recording) -> Entry:
    return Entry(
        key=str(recording.pk),
        title=_("After the live: %(title)s") % {"title": recording.run.programme.title},
        link=reverse("live_after", args=[recording.run_id]),
        since=recording.waits_since,
        within=AFTER_WITHIN,
    )


AFTER = Source("after_live", gettext_lazy("Lives to close"), may_finish_some, _to_close, _after)
