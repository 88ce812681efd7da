"""Check our ledger yourself. Needs Python 3.9 or newer and nothing else.

    python3 check_ledger.py ledger.jsonl [--totals totals.json] [--head head.json]

Each name is a file or an address (https://…). The script says what the ledger adds up to, and
with the two options compares that with what the site claims.

How the ledger is written: one JSON object per line, with sorted keys and no spaces, in UTF-8. A
batch is one line {"batch", "entries", "hash", "sealed_at"}, then one line for each of its entries.
The "hash" of a line is the SHA-256 of: the hash of the line before (64 zeros for the first), a
line feed, and the line itself without its "hash". Change, remove or move anything, and the hashes
no longer follow each other.

Exit codes: 0 all is well, 1 something is wrong, 2 the files could not be compared.
"""
# ruff: noqa: T201

import argparse
import hashlib
import json
import sys
from urllib.request import urlopen

NAMES = ("promised", "unlocked", "delivered")
# What an entry does: it takes its quantity from one account and puts it into the next.
MOVES = {"promised": (None, 0), "unlocked": (0, 1), "delivered": (1, 2)}
NOTHING = "0" * 64


class Wrong(Exception):
    """Something in the ledger cannot be true."""


def canonical(fields: dict) -> str:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def opened(name: str):  # noqa: ANN201
    return urlopen(name) if name.startswith(("http://", "https://")) else open(name, "rb")


def check_line(number: int, raw: bytes, previous: str) -> dict:
    """Return the fields of a line if it follows the line whose hash is `previous`."""
    try:
        text = raw.decode("utf-8")
        fields = json.loads(text)
        told = fields["hash"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Wrong(f"Line {number} was altered: it cannot be read.") from None
    name = f"Line {number}, which opens batch {fields.get('batch')},"
    if "entry" in fields:
        name = f"Entry {fields['entry']} (line {number})"
    bare = canonical({key: value for key, value in fields.items() if key != "hash"})
    made = hashlib.sha256(f"{previous}\n{bare}".encode("utf-8", "replace")).hexdigest()
    if told != made or text != canonical(fields) + "\n":
        raise Wrong(f"{name} was altered, or what stood before it was removed or moved.")
    return fields


def post(accounts: dict, entry: dict) -> None:
    """Move what an entry moves, and see that no account falls below nothing."""
    source, target = MOVES[entry["reverses"] or entry["kind"]]
    if entry["kind"] == "reversed":
        source, target = target, source
    held = accounts.setdefault((entry["pledge"], entry["unit"]), [0, 0, 0])
    if target is not None:
        held[target] += entry["quantity"]
    if source is not None:
        held[source] -= entry["quantity"]
        if held[source] < 0:
            raise Wrong(f"Entry {entry['entry']} takes more than was {NAMES[source]}.")


def sums_of(accounts: dict) -> dict:
    """Return promised, unlocked, delivered: what an account holds, and all that went further."""
    return {
        owner: dict(zip(NAMES, (sum(held), held[1] + held[2], held[2])))  # noqa: B905
        for owner, held in sorted(accounts.items())
    }


def check_ledger(file, moments: set) -> dict:  # noqa: ANN001
    """Go through the ledger; return {batch: (hash, entries, sums)} for `moments` and the end."""
    last, batch, due, entries = NOTHING, 0, 0, 0
    accounts: dict = {}
    seen: dict = {0: (NOTHING, 0, {})}
    for number, raw in enumerate(file, 1):
        line = check_line(number, raw, last)
        last, is_entry = line["hash"], "entry" in line
        if is_entry != (due > 0) or line["batch"] != batch + (not is_entry):
            raise Wrong(f"Line {number} is out of place: something before it is missing.")
        if is_entry:
            due, entries = due - 1, entries + 1
            post(accounts, line)
        else:
            batch, due = batch + 1, line["entries"]
        if not due and batch in moments:
            seen[batch] = (last, entries, sums_of(accounts))
    if due:
        raise Wrong(f"The end is missing: {due} entries of batch {batch}.")
    return {**seen, batch: (last, entries, sums_of(accounts))}


def compare(name: str, claim: dict, seen: dict) -> None:
    """Compare what the site says (`claim`) with what the ledger gave at the same batch."""
    if claim["batch"] not in seen:
        raise OSError(f"{name} is newer than this ledger. Fetch both again.")
    found, entries, sums = seen[claim["batch"]]
    if (claim["hash"], claim["entries"]) != (found, entries):
        raise Wrong(f"{name} names another head for batch {claim['batch']}.")
    rows = [{"pledge": pledge, "unit": unit, **row} for (pledge, unit), row in sums.items()]
    if claim.get("pledges", rows) != rows:
        raise Wrong(f"{name} gives other sums than the ledger.")
    print(f"{name} agrees with the ledger.")


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the ledger of a Potager site.")
    parser.add_argument("ledger", help="ledger.jsonl, a file or an address")
    for name in ("--totals", "--head"):
        parser.add_argument(name, help="the site's file of the same moment")
    given = parser.parse_args()
    try:
        claims = {}
        for name in filter(None, (given.totals, given.head)):
            with opened(name) as file:
                claims[name] = json.load(file)
                claims[name] = claims[name].get("ledger", claims[name])
        with opened(given.ledger) as file:
            seen = check_ledger(file, {claim["batch"] for claim in claims.values()})
        head, entries, sums = seen[max(seen)]
        print(f"{entries} entries in {max(seen)} batches: each follows the one before.")
        for (pledge, unit), row in sums.items():
            said = ", ".join(f"{row[name]} {name}" for name in NAMES)
            print(f"Pledge {pledge}, in {unit}: {said}.")
        print(f"Head: {head}")
        for name, claim in claims.items():
            compare(name, claim, seen)
    except (Wrong, OSError) as error:
        print(error)
        return 1 if isinstance(error, Wrong) else 2
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"A file is not written as described above: {error!r}.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
