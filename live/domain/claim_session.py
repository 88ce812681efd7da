"""nginx asks whether a sender may publish: the session is opened at once, for the stream to follow.

Of two who ask together one wins, by the constraint of `FeedSession`. The door to which nginx then
pushes the stream takes the claim over (`open_session`); one that nothing follows is over after ten
seconds like any session without a sign of life.
"""

from live.domain.open_session import CLAIMED, open_session
from live.enums import Door

LONGEST_CLIENT = 24


def claim_session(key: str, client_id: str) -> None:
    """Open a session for the client of nginx who sends this stream key.

    Raises KeyUnknown, and FeedBusy when somebody publishes there or claimed it before.
    """
    open_session(key, Door.RTMP, CLAIMED, asked_by=client_id[:LONGEST_CLIENT])
