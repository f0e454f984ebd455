#!/usr/bin/env bash
# Runs once, when the volume of PostgreSQL is empty: schemas and roles. The password of each role is
# its name: this system is for one machine only.
set -euo pipefail
roles=(partners_app risk_app trade_desk_app settings_app outbox_relay)
passwords=()
for role in "${roles[@]}"; do
  passwords+=(-v "${role}_password=${role}")
done
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" "${passwords[@]}" -f /opt/cotton-erp/bootstrap.sql
