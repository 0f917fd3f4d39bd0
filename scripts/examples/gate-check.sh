#!/bin/sh
# Asks once how a gate stands, and believes only what the ledger's key signed. Needs curl and OpenSSL 3.
#
#   gate-check.sh https://inspraak.example.org G-1 '<key of the ledger>'
#
# Prints the share of customers that may go to the AI. Exit 0: signed and of now. 1: no such answer, and the share is 0.
no() {
  echo 0
  exit 1
}
work=$(mktemp -d) || no
trap 'rm -rf "$work"' EXIT
answer=$(curl -fsS --max-time 5 "$1/gates/$2.json" 2>/dev/null) || no
part() { printf %s "$answer" | sed -n "s/.*\"$1\":\"\\{0,1\\}\\([^\",}]*\\).*/\\1/p"; }

# What is signed is the answer as it came, without its signature.
printf %s "$(printf %s "$answer" | sed 's/,"signature":"[^"]*"//')" >"$work/signed"
part signature | base64 -d >"$work/signature" 2>/dev/null || no
# A printed key is a name, a number and 33 bytes; the last 32 are the key. In front goes what says "Ed25519" to OpenSSL.
{
  printf '\060\052\060\005\006\003\053\145\160\003\041\000'
  printf %s "$3" | cut -d+ -f3- | base64 -d | tail -c 32
} >"$work/key"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key" -rawin -in "$work/signed" -sigfile "$work/signature" \
  >/dev/null 2>&1 || no

now=$(date -u +%Y-%m-%dT%H:%M:%S)
[ "$(part id)" = "$2" ] || no
[ "$(printf '%s\n%s\n' "$now" "$(part expiresAt)" | sort | head -n 1)" = "$now" ] || no
part volumePct
