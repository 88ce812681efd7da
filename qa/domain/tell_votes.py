"""Say what is striking about votes in plain sentences, with a plot of them over time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaigns.domain.reports.draw_plots import Plot, Series, Words, draw_bars
from qa.domain.study_votes import Study

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, and the fields of a form with which the votes that it speaks of are set aside."""

    sentence: str
    fields: dict[str, str]


def findings(study: Study) -> list[Finding]:
    """Return what is striking: bursts, then fresh ballots, then networks."""
    return [*_bursts(study), *_fresh(study), *_networks(study)]


def plot_votes(study: Study) -> Plot | None:
    """Return the votes over time, None without any."""
    bars = study.bars
    if bars is None:
        return None
    ends = (_moment(bars.starts_at), _moment(bars.starts_at + len(bars.votes) * bars.step))
    title = _("Votes per %(step)s") % {"step": _step(bars.step)}
    description = _("From %(first)s to %(last)s.") % {"first": ends[0], "last": ends[1]}
    most = _("Most in one bar: %(votes)s.") % {"votes": _number(max(bars.votes))}
    words = Words("votes", title, f"{description} {most}", ends)
    return draw_bars(words, [Series("", bars.votes)])


def _bursts(study: Study) -> list[Finding]:
    sentence = _("%(votes)s votes from %(first)s to %(last)s; a usual minute has %(usual)s.")
    return [
        Finding(
            sentence
            % {
                "votes": _number(burst.votes),
                "first": _moment(burst.starts_at),
                "last": date_format(timezone.localtime(burst.ends_at), "TIME_FORMAT"),
                "usual": _number(round(study.usual)),
            },
            {"since": burst.starts_at.isoformat(), "until": burst.ends_at.isoformat()},
        )
        for burst in study.bursts
    ]


def _fresh(study: Study) -> list[Finding]:
    if not study.fresh:
        return []
    sentence = _(
        "%(votes)s of %(all)s votes (%(share)s %%) came with a ballot less than a minute old; on "
        "the whole site it is %(usual)s %%. Everybody’s first vote is like that: much more than "
        "usual may be one person who throws their ballots away."
    )
    said = sentence % {
        "votes": _number(study.fresh),
        "all": _number(study.counts.valid),
        "share": round(100 * study.fresh_share),
        "usual": round(100 * study.fresh_elsewhere),
    }
    return [Finding(said, {"fresh": "1"})]


def _networks(study: Study) -> list[Finding]:
    sentence = _(
        "%(votes)s of the %(all)s votes of the last three days (%(share)s %%) came from one "
        "network (%(name)s). A school or a firm is one network too."
    )
    return [
        Finding(
            sentence
            % {
                "votes": _number(one.votes),
                "all": _number(study.with_network),
                "share": round(100 * one.votes / study.with_network),
                "name": one.name[:4],
            },
            {"network": one.name},
        )
        for one in study.networks
    ]


def _step(step: timedelta) -> str:
    if step % _DAY == timedelta(0):
        return ngettext("%(number)s day", "%(number)s days", step // _DAY) % {
            "number": step // _DAY
        }
    if step % _HOUR == timedelta(0):
        hours = step // _HOUR
        return ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": hours}
    minutes = step // timedelta(minutes=1)
    return ngettext("%(number)s minute", "%(number)s minutes", minutes) % {"number": minutes}


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")


def _number(count: int) -> str:
    return number_format(count, force_grouping=True)
