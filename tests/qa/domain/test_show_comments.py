"""Threads as everybody reads them."""

import pytest

from qa.domain import show_comments as module
from qa.domain.show_comments import comments_in, first_threads, threads_of
from qa.enums import TextState

pytestmark = pytest.mark.django_db
SHOWN = {"state": TextState.APPROVED}


def test_the_newest_thread_first_and_a_line_for_what_was_answered(make_comment):
    gone = make_comment("Premier.", state=TextState.REMOVED)
    reply = make_comment("Deuxième.", parent=gone, **SHOWN)
    make_comment("Attend.", parent=reply)
    make_comment("Attend aussi.")
    lone = make_comment("Dernier.", **SHOWN)
    page = lone.page
    threads, has_more = first_threads(page)
    assert (threads, has_more) == ([lone.pk, gone.pk], False)
    assert [(one.level, one.comment) for one in comments_in(page, threads)] == [
        (0, lone), (0, None), (1, reply)
    ]  # fmt: skip


def test_page_by_page(make_comment, monkeypatch):
    monkeypatch.setattr(module, "THREADS_PER_PAGE", 2)
    made = [make_comment(f"{number}.", **SHOWN) for number in range(3)]
    assert first_threads(made[0].page) == ([made[2].pk, made[1].pk], True)
    assert list(threads_of(made[0].page, "2")) == [made[0].pk]
    assert list(threads_of(made[0].page, "junk")) == [made[2].pk, made[1].pk]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_two_queries_however_many(make_comment, django_assert_num_queries, number):
    page = make_comment(**SHOWN).page
    for place in range(number - 1):
        make_comment(f"{place}.", **SHOWN)
    with django_assert_num_queries(2):
        threads, _more = first_threads(page)
        for one in comments_in(page, threads):
            assert (one.comment.spoken_for, one.comment.author_name) == (None, "")
