#!/usr/bin/env bash
# Install what the tests need from Debian, start PostgreSQL and Redis of our own on free
# loopback ports, run the command given, and stop them again whatever happens.
set -euo pipefail
# nginx and runuser live where Debian's PATH of users, and of root after `su`, does not look.
PATH=$PATH:/usr/sbin

wanted=(ffmpeg libsrt1.5-gnutls nginx libnginx-mod-rtmp chromium-headless-shell postgresql redis-server gettext
  espeak-ng fonts-dejavu-core poppler-utils)
missing=()
for package in "${wanted[@]}"; do
  dpkg -s "$package" > /dev/null 2>&1 || missing+=("$package")
done
if ((${#missing[@]})); then
  if [[ $(id -u) == 0 ]] && command -v apt-get > /dev/null; then
    echo "Debian packages: installing ${missing[*]}…"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
  else
    echo "These Debian packages are missing: ${missing[*]}" >&2
    echo "Install them (sudo apt install ${missing[*]}), then run make test again." >&2
    exit 1
  fi
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/potager-services-XXXXXX")
chmod 755 "$folder"
free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}
as_database_owner() {
  # PostgreSQL refuses to run as root.
  if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgres_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
postgres_port=$(free_port)
redis_port=$(free_port)

stop_all() {
  as_database_owner "$postgres_bin/pg_ctl" -D "$folder/postgres" -m immediate stop > /dev/null 2>&1 || true
  [[ -n ${redis_pid:-} ]] && kill "$redis_pid" 2> /dev/null || true
  rm -rf "$folder"
}
trap stop_all EXIT

mkdir "$folder/postgres"
[[ $(id -u) == 0 ]] && chown postgres "$folder/postgres"
as_database_owner "$postgres_bin/initdb" -D "$folder/postgres" -U potager -A trust -E UTF8 --locale C.UTF-8 --no-sync > /dev/null
as_database_owner "$postgres_bin/pg_ctl" -D "$folder/postgres" -w -o \
  "-p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" \
  -l "$folder/postgres/log" start > /dev/null
redis-server --port "$redis_port" --bind 127.0.0.1 --save "" --daemonize no > /dev/null &
redis_pid=$!

export TEST_POSTGRES_URL="postgres://potager@127.0.0.1:$postgres_port/postgres"
export TEST_REDIS_URL="redis://127.0.0.1:$redis_port/0"
"$@"
