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

# What lets real ffmpegs work for seconds.
encoder=(tests/media/gateways/ffmpeg tests/live/encoder)
without_encoder=("${encoder[@]/#/--ignore=}")
# A whole programme with its senders, measured against the clock.
programme=tests/browser/test_programme.py
beside=$(mktemp)
stop_beside() {
  [[ -n ${beside_pid:-} ]] && kill "$beside_pid" 2> /dev/null || true
  rm -f "$beside"
}
trap stop_beside EXIT

# Alone, and in processes of their own: they measure time and memory, and what a child of a large
# process uses cannot be told from its parent.
status=0
echo "The encoder:"
"$python" -m pytest -q "${encoder[@]}" || status=1
echo "A programme:"
"$python" -m pytest -q "$programme" || status=1

# The rest runs in two lanes, about as long as each other. What the browser says is shown at the end.
"$python" -m pytest -q tests/browser --ignore="$programme" > "$beside" 2>&1 &
beside_pid=$!
echo "The house, on SQLite:"
"$python" -m pytest -q "${without_encoder[@]}" --ignore=tests/browser || status=1
echo "What must hold on both databases, on PostgreSQL and Redis:"
DATABASE_URL=$TEST_POSTGRES_URL CACHE_URL=$TEST_REDIS_URL \
  "$python" -m pytest -q -m databases "${without_encoder[@]}" --ignore=tests/browser || status=1
echo "In a browser:"
tail -n +1 -f --pid="$beside_pid" "$beside"
wait "$beside_pid" || status=1
beside_pid=
exit "$status"
