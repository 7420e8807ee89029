#!/usr/bin/env bash
# Denoises all images in a folder and those within, without a screen and without Fiji:
#   denoise-headless.sh NOISY DENOISED [MODEL]
# Run again, after whatever has stopped it, it does the rest. The exit status is 0 when no image
# has failed, and 2 when one has; DENOISED/log.csv says which, and why.
set -euo pipefail
if [[ $# -lt 2 ]]; then
    echo "Usage: denoise-headless.sh NOISY DENOISED [MODEL]" >&2
    exit 2
fi
program=${NOISE2CLEAN:-$(dirname "${BASH_SOURCE[0]}")/../noise2clean}

mkdir -p "$2"
exec "$program" denoise --model "${3:-auto}" --recursive --skip-done --log "$2/log.csv" --output "$2" "$1"
