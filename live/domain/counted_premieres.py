"""Views of a premiere count for the campaign of its programme, also while the film has no page."""

from live.models import LiveProgrammePage
from media.domain.may_watch import is_held
from media.edition import kept
from media.models import Video
from media.readable import readable


def premiere_length_s(meter_key: str, film: str) -> float | None:
    """Return how many seconds the film of public id `film` lasts, if its premiere counts so.

    A programme that anybody may read must show it for the campaign of this meter, and its hour must
    have come. Kept for the edition, 15 s at most; nothing is kept of what does not count.
    """
    if is_held(film):
        return None
    try:
        return kept(f"counted-premiere:{meter_key}:{film}", lambda: _length_s(meter_key, film))
    except Video.DoesNotExist:
        return None


def _length_s(meter_key: str, film: str) -> float:
    shown = LiveProgrammePage.objects.filter(
        film__video__public_id=film, campaign__meter__key=meter_key
    )
    length_s = readable(shown).values_list("film__video__duration", flat=True).first()
    if not length_s:
        raise Video.DoesNotExist
    return float(length_s)
