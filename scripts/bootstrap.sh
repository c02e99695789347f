#!/usr/bin/env bash
# Makes the virtual environment and puts the pinned installer into it. Usage: scripts/bootstrap.sh PYTHON VENV
# Where Debian's python3-venv is missing and may not be installed, its pip is taken from the package without installing it.
set -eu
python=$1
venv=$2
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "$python is older than 3.11. Install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3.11" >&2
    exit 2
}
rm -rf "$venv"
if "$python" -c 'import ensurepip' 2>/dev/null; then
    "$python" -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
    exit 0
fi
"$python" -m venv --without-pip "$venv"
apt=$(realpath "$venv")/apt
mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial" "$apt/unpacked"
options=(-o "Dir::State=$apt/state" -o "Dir::State::status=/var/lib/dpkg/status" -o "Dir::Cache=$apt/cache" -o "APT::Sandbox::User=$(id -un)")
if ! { apt-get "${options[@]}" -qq update && (cd "$apt" && apt-get "${options[@]}" -qq download python3-pip-whl); } >"$apt/log" 2>&1; then
    tail -n 3 "$apt/log" >&2
    echo "Python's venv is missing. An administrator runs: apt-get install -y python3-venv" >&2
    exit 2
fi
dpkg-deb -x "$apt"/python3-pip-whl*.deb "$apt/unpacked"
PYTHONPATH=$(echo "$apt"/unpacked/usr/share/python-wheels/pip-*.whl) "$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
rm -rf "$apt"
