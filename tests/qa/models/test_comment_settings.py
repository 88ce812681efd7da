"""What a new site begins with."""

from qa.models import CommentSettings


def test_comments_are_read_before_they_are_shown():
    begun = CommentSettings()
    assert (begun.takes_comments, begun.moderation, begun.closes_after_days) == (
        True, "before", 180
    )  # fmt: skip
