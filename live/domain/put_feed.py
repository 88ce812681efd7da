"""Put another feed on air while the line stays: the showcaller's switch."""

from live.domain.commanding import commanding
from live.enums import Verb
from live.models import Feed, Run
from live.refusals import FeedsElsewhere, NoSuchFeed
from users.models import User


def put_feed(run: Run, user: User, seen: int, *, feed: int) -> Run:
    """Put the feed with the key `feed` on air and return the run.

    Whether it delivers is not asked: who switches early is shown the slate until it does.
    Raises FeedsElsewhere, NoSuchFeed or what `commanding` does.
    """
    with commanding(run, Verb.PUT_FEED, user, seen) as command:
        if command.run.programme.outside_address:
            raise FeedsElsewhere
        chosen = Feed.objects.filter(programme=command.run.programme_id, pk=feed).first()
        if chosen is None:
            raise NoSuchFeed
        command.run.feed = chosen
        command.payload |= {"feed": chosen.pk, "title": chosen.name}
    return command.run
