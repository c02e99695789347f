#!/usr/bin/env bash
# Installs the Debian packages that are named and not yet there, when it may; else says the one line to run and ends with 2.
# Usage: scripts/system.sh "<1 to skip>" PACKAGE...
set -u
skip=$1
shift
missing=()
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} = 0 ] && exit 0
if [ -n "$skip" ]; then
    echo "Not installed, and skipped as you asked (SKIP_SYSTEM): ${missing[*]}" >&2
    exit 0
fi
line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
if ! command -v apt-get >/dev/null; then
    echo "These packages of Debian are missing, and this system has no apt-get: ${missing[*]}. Install what they are called here, then run make again with SKIP_SYSTEM=1." >&2
    exit 2
fi
if [ "$(id -u)" = 0 ]; then
    run=()
elif sudo -n true 2>/dev/null; then
    run=(sudo -n)
else
    {
        echo "Some packages of Debian are missing and only an administrator may install them. Run this one line, then make again:"
        echo "    sudo sh -c '$line'"
        echo "Or go on without them: add SKIP_SYSTEM=1 to the make command; what needs them is then left out, and named at the end."
    } >&2
    exit 2
fi
echo "Installing from Debian: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
# A short row of tries: mirrors drop a connection now and then.
for try in 1 2 3; do
    "${run[@]}" apt-get update -qq >/dev/null &&
        "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && exit 0
    sleep $((try * 5))
done
echo "The packages could not be installed. Run this line to see why: $line" >&2
exit 2
