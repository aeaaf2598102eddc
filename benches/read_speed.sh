#!/usr/bin/env bash
# Processor time of `rolefit batch` over the PDFs of a folder, beside `pdftotext` (poppler-utils) on the same files one by
# one. rolefit reads and scores; pdftotext only reads. Processor time of all processes, user and system, best of three.
#
#   cargo build --release --locked && benches/read_speed.sh FOLDER
set -euo pipefail
folder=${1:?usage: benches/read_speed.sh FOLDER}
rolefit=$(dirname "$0")/../target/release/rolefit
[ -x "$rolefit" ] || { echo "build it first: cargo build --release --locked" >&2; exit 2; }
command -v pdftotext > /dev/null || { echo "pdftotext is missing: apt-get install poppler-utils" >&2; exit 2; }
mapfile -d '' files < <(find "$folder" -name '*.pdf' -type f -print0 | sort -z)
[ "${#files[@]}" -gt 0 ] || { echo "no PDF below $folder" >&2; exit 2; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

with_rolefit() {
    printf '%s\0' "${files[@]}" | "$rolefit" batch - --role lead --as-of 2026-01-31 --out "$out" --quiet 2> /dev/null || true
}

with_pdftotext() {
    local file
    for file in "${files[@]}"; do
        pdftotext "$file" - > /dev/null 2>&1 || true
    done
}

# Seconds of user and system time of a command and all its children.
seconds() {
    local TIMEFORMAT='%U %S'
    { time "$1"; } 2>&1 | awk '{ printf "%.2f\n", $1 + $2 }'
}

best() {
    for _ in 1 2 3; do seconds "$1"; done | sort -n | head -1
}

echo "${#files[@]} PDFs"
echo "rolefit batch:  $(best with_rolefit) s"
echo "pdftotext:      $(best with_pdftotext) s"
