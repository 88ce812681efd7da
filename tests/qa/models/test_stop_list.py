"""Lists of stop words have names of their own."""

import pytest
from django.db import IntegrityError, transaction

from qa.models import StopList

pytestmark = pytest.mark.django_db


def test_a_new_list_only_observes():
    words = StopList.objects.create(name="À voir", words="navet")
    assert (words.mode, str(words), words.caught_words) == ("observe", "À voir", "")
    assert "navet" in str(words.matches.create(word="navet", kind="question", subject_id=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        StopList.objects.create(name="À voir", words="chou")
