#!/bin/bash
# Does what the official image's entry point does with the settings that docker-compose.yml uses.
set -euo pipefail
if [ "$(id -u)" = 0 ]; then
  POSTGRES_PASSWORD="$(cat "$POSTGRES_PASSWORD_FILE")"
  export POSTGRES_PASSWORD
  mkdir -p "$PGDATA" && chown -R postgres:postgres /var/lib/postgresql && chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  initdb -D "$PGDATA" -U postgres --auth-host=scram-sha-256 --auth-local=trust --encoding=UTF8 --locale=C \
    --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD")
  echo "create database \"$POSTGRES_DB\"" | postgres --single -D "$PGDATA" postgres
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
fi
unset POSTGRES_PASSWORD
exec "$@" -c listen_addresses='*' -c unix_socket_directories=/tmp
