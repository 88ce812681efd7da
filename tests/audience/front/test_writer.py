"""Requests that arrive together are written together, each with its own answer."""

import asyncio
import threading

import pytest
from asgiref.sync import async_to_sync
from django.db import DatabaseError

from audience.front.writer import LARGEST_BATCH, GroupWriter

pytestmark = [pytest.mark.django_db(transaction=True)]


class Book:
    """What was written, batch by batch; fails on batches that hold `bad`."""

    def __init__(self, bad=None, error=DatabaseError):
        self.batches, self.bad, self.error = [], bad, error

    def write(self, asked):
        self.batches.append(list(asked))
        if self.bad in asked:
            raise self.error("no")
        return [one * 10 for one in asked]


def ask_all(writer, asked):
    async def ask():
        return await asyncio.gather(*(writer.ask(one) for one in asked), return_exceptions=True)

    return async_to_sync(ask)()


def test_everybody_gets_their_own_answer():
    book = Book()
    assert ask_all(GroupWriter(book.write), range(1000)) == [n * 10 for n in range(1000)]
    assert [one for batch in book.batches for one in batch] == list(range(1000))
    assert max(map(len, book.batches)) == LARGEST_BATCH


def test_what_comes_during_a_commit_forms_the_next_batch():
    may_end, batches = threading.Event(), []

    def write(asked):
        batches.append(list(asked))
        assert may_end.wait(10)
        return asked

    async def ask():
        writer = GroupWriter(write)
        first = asyncio.create_task(writer.ask(1))
        while not batches:
            await asyncio.sleep(0)
        others = [asyncio.create_task(writer.ask(number)) for number in (2, 3, 4)]
        await asyncio.sleep(0)
        may_end.set()
        return await asyncio.gather(first, *others)

    assert async_to_sync(ask)() == [1, 2, 3, 4]
    assert batches == [[1], [2, 3, 4]]


@pytest.mark.parametrize("error", [DatabaseError, ValueError])
def test_one_bad_request_fails_alone(error):
    book = Book(bad=2, error=error)
    one, two, three = ask_all(GroupWriter(book.write), [1, 2, 3])
    assert (one, three) == (10, 30)
    assert isinstance(two, error)
    assert book.batches[-3:] == [[1], [2], [3]]


def test_who_leaves_does_not_hinder_the_others():
    book = Book()

    async def ask():
        writer = GroupWriter(book.write)
        gone, here = (asyncio.create_task(writer.ask(number)) for number in (1, 2))
        await asyncio.sleep(0)
        gone.cancel()
        return await here

    assert async_to_sync(ask)() == 20


def test_a_writer_outlives_an_event_loop():
    writer = GroupWriter(Book().write)
    assert ask_all(writer, [1]) == [10]
    assert ask_all(writer, [2]) == [20]


def test_all_write_in_one_thread():
    names = set()

    def write(asked):
        names.add(threading.current_thread().name)
        return asked

    ask_all(GroupWriter(write), [1])
    ask_all(GroupWriter(write), [2])
    assert names == {"writer_0"}
