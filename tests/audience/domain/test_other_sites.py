"""Of another site, its host name; of anything else, nothing."""

import pytest

from audience.domain.other_sites import other_site


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("www.Blog.example", "blog.example"),
        ("social.blog.example.", "social.blog.example"),
        ("xn--pomelo-9ua.example", "xn--pomelo-9ua.example"),
        ("ours.example", ""),
        ("www.ours.example", ""),
        ("localhost", ""),
        ("blog.example/secret?x", ""),
        ("<b>.example", ""),
        (f"{'a' * 90}.example", ""),
        ("", ""),
    ],
)
def test_names(told, kept):
    assert other_site(told, "www.ours.example:8000") == kept
