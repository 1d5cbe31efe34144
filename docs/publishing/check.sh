#!/usr/bin/env bash
# Checks an archive without pratique: FILE.pratique, FILE.pratique.dsse.json and the public key in PEM.
set -euo pipefail
archive=$1 key=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
field() { sed -nE 's/^ *"'"$1"'": "([^"]*)",?$/\1/p' "$archive.dsse.json" | head -1; }
field payload | base64 -d >"$work/payload"
field sig | base64 -d >"$work/sig"
type=$(field payloadType)
# The pre-authentication encoding of DSSE: what is signed.
{ printf 'DSSEv1 %d %s %d ' "${#type}" "$type" "$(stat -c %s "$work/payload")"; cat "$work/payload"; } >"$work/signed"
openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in "$work/signed" -sigfile "$work/sig"
grep -q "\"sha256\":\"$(sha256sum "$archive" | cut -d ' ' -f 1)\"" "$work/payload"
echo "the statement is about this archive"
