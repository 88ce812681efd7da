"""Questions to the database from an ASGI application."""

import threading

import pytest
from asgiref.sync import async_to_sync
from django.db import connection

from front.database import ask
from media.models import Upload

pytestmark = pytest.mark.django_db


def test_a_short_question_is_answered_in_line_inside_the_transaction_of_the_caller():
    assert async_to_sync(ask)(Upload.objects.count) == 0
    assert async_to_sync(ask)(threading.current_thread) is threading.current_thread()
    assert connection.in_atomic_block


def test_a_long_question_gets_its_own_thread():
    asked = async_to_sync(ask)(threading.current_thread, in_line=False)
    assert asked is not threading.current_thread()


def test_arguments_and_errors_pass_through():
    assert async_to_sync(ask)(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        async_to_sync(ask)(divmod, 7, 0)
