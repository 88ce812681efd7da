#!/usr/bin/env bash
# Run every test on SQLite, then those marked `databases` once more on PostgreSQL and Redis.
set -euo pipefail
python=$1
shift
unset DATA_DIR PORT DATABASE_URL CACHE_URL
"$python" -m pytest "$@"
echo "Once more, what must hold on both databases: PostgreSQL and Redis."
DATABASE_URL=$TEST_POSTGRES_URL CACHE_URL=$TEST_REDIS_URL "$python" -m pytest -m databases "$@"
