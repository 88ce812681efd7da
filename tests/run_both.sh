#!/usr/bin/env bash
# Run every test on SQLite, then those marked `databases` once more on PostgreSQL and Redis.
# With arguments, run only what they name.
set -euo pipefail
python=$1
shift
unset DATA_DIR PORT DATABASE_URL CACHE_URL TEST_GIFTS
if (($#)); then
  exec "$python" -m pytest "$@"
fi

# What lets real ffmpegs work for seconds: on files, and on feeds that come as slowly as they last.
files=tests/media/gateways/ffmpeg
feeds=tests/live/encoder
encoder=("$files" "$feeds")
without_encoder=("${encoder[@]/#/--ignore=}")
# A whole programme with its senders, measured against the clock.
programme=tests/browser/test_programme.py
beside=$(mktemp)
stop_beside() {
  [[ -n ${beside_pid:-} ]] && kill "$beside_pid" 2> /dev/null || true
  rm -f "$beside"
}
trap stop_beside EXIT
begin_beside() {
  "$python" -m pytest -q "$@" > "$beside" 2>&1 &
  beside_pid=$!
}
# What it says is shown at its end.
end_beside() {
  tail -n +1 -f --pid="$beside_pid" "$beside"
  wait "$beside_pid" || status=1
  beside_pid=
}

# In processes of their own, and without the rest: they measure time and memory, and what a child of
# a large process uses cannot be told from its parent.
status=0
begin_beside "$feeds"
echo "The encoder, on files:"
"$python" -m pytest -q "$files" || status=1
echo "The encoder, on feeds:"
end_beside
echo "A programme:"
"$python" -m pytest -q "$programme" || status=1

# The rest runs in two lanes, about as long as each other.
begin_beside tests/browser --ignore="$programme"
echo "The house, on SQLite:"
"$python" -m pytest -q "${without_encoder[@]}" --ignore=tests/browser || status=1
echo "What must hold on both databases, on PostgreSQL and Redis:"
DATABASE_URL=$TEST_POSTGRES_URL CACHE_URL=$TEST_REDIS_URL \
  "$python" -m pytest -q -m databases "${without_encoder[@]}" --ignore=tests/browser || status=1
echo "In a browser:"
end_beside
exit "$status"
