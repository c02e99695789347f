#!/usr/bin/env bash
# All tests: style, types, layers, then every test, two at a time. What could not run for want of a package is named at the end.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=0
step() {
    echo "== $1"
    shift
    "$@" || { failed=1; echo "FAILED: $*"; }
}
step "style" "$bin/ruff" check .
step "format" "$bin/ruff" format --check -q .
step "types" "$bin/mypy"
step "layers" "$bin/lint-imports" --no-logo --no-cache
step "tests" "$bin/pytest" -q -n 2 --dist loadgroup -p no:cacheprovider
if [ -n "${SKIP_SYSTEM:-}" ]; then
    echo "Packages of Debian were skipped as asked; the lines 'SKIPPED' above name what was left out and what it needs."
fi
exit $failed
