"""Films in the templates of the CMS."""

from django import template

from media.domain.may_watch import signed_grant
from media.domain.player import poster_of
from media.domain.sizes import size_label
from media.gateways.text_tracks import plain_text
from media.models import Video

register = template.Library()
register.filter("size_label", size_label)
register.filter("plain_text", plain_text)


@register.filter
def staff_poster(video: Video) -> str:
    """Return the address of a film's picture for a member of the team, or an empty string."""
    return poster_of(video, signed_grant(video))
