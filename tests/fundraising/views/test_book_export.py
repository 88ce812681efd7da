"""The books as files: bound to a right, and nothing in them is a formula."""

import csv
import io

import pytest
from openpyxl import load_workbook

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/tax-receipts/books/"


@pytest.fixture
def asked(fund, make_page_of, make_gift, tell) -> dict[str, object]:
    page = make_page_of(title="=1+1")
    tell(make_gift(page, amount_cents=20_05))
    receiver = fund.beneficiary_id
    days = {"first": "2020-01-01", "last": "2099-12-31"}
    return {"organisation": receiver, **days, "table": "movements", "ending": "csv"}


@pytest.fixture
def books(client, make_user):
    client.force_login(make_user("lea", "fundraising.keep_books"))
    return client


def test_csv(books, asked):
    assert 'type="date"' in books.get(ADDRESS).content.decode()
    answer = books.get(ADDRESS, asked)
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert "20.05" in rows[1]
    assert "'=1+1" in rows[1]
    days = books.get(ADDRESS, asked | {"table": "days"})
    assert b"20.05" in b"".join(days)


def test_spreadsheet(books, asked):
    book = load_workbook(io.BytesIO(b"".join(books.get(ADDRESS, asked | {"ending": "xlsx"}))))
    assert len(book.worksheets) == 2
    assert book.worksheets[0]["C2"].value == 20.05
    assert book.worksheets[0]["G2"].value == "'=1+1"


def test_what_was_typed_comes_back(books, asked):
    answer = books.get(ADDRESS, asked | {"last": "2019-01-01"})
    assert answer.status_code == 422
    assert 'value="2019-01-01"' in answer.content.decode()


def test_nobody_else(client, mo, asked):
    client.force_login(mo)
    assert client.get(ADDRESS, asked).status_code == 302
