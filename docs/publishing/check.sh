#!/usr/bin/env bash
# Checks an archive without pratique: FILE.pratique, with FILE.pratique.dsse.json beside it, and the public key in PEM.
set -euo pipefail
archive=$1 key=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
field() { sed -nE 's/^ *"'"$1"'": "([^"]*)",?$/\1/p' "$archive.dsse.json"; }
field payload | base64 -d >"$work/payload"
type=$(field payloadType)
# The pre-authentication encoding of DSSE: what is signed.
{
  printf 'DSSEv1 %d %s %d ' "${#type}" "$type" "$(stat -c %s "$work/payload")"
  cat "$work/payload"
} >"$work/signed"
signed=no
for signature in $(field sig); do
  base64 -d <<<"$signature" >"$work/signature"
  if openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in "$work/signed" -sigfile "$work/signature" >/dev/null; then
    signed=yes
  fi
done
test "$signed" = yes || { echo "this key signed nothing here" >&2; exit 1; }
hash=$(sha256sum "$archive" | cut -d ' ' -f 1)
grep -q "\"digest\":{\"sha256\":\"$hash\"}" "$work/payload" || { echo "the statement is about another archive" >&2; exit 1; }
echo "signed with this key: $archive"
