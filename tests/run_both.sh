#!/usr/bin/env bash
# Run every test on SQLite, then those marked `databases` once more on PostgreSQL and Redis.
# With arguments, run only what they name.
set -euo pipefail
python=$1
shift
unset DATA_DIR PORT DATABASE_URL CACHE_URL
if (($#)); then
  exec "$python" -m pytest "$@"
fi

encoder=tests/media/gateways/ffmpeg
# In a process of its own: what a child of a large process uses cannot be told from its parent.
echo "The encoder:"
"$python" -m pytest -q "$encoder"
echo "The house, on SQLite:"
"$python" -m pytest -q --ignore="$encoder" --ignore=tests/browser
echo "What must hold on both databases, on PostgreSQL and Redis:"
DATABASE_URL=$TEST_POSTGRES_URL CACHE_URL=$TEST_REDIS_URL \
  "$python" -m pytest -q -m databases --ignore="$encoder" --ignore=tests/browser
echo "In a browser:"
"$python" -m pytest -q tests/browser
