#!/usr/bin/env bash
# The developer's loop: the fast tests, and beside them style, types and layers, whose words are kept and shown whole at the end.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
said=$(mktemp)
trap 'rm -f "$said"' EXIT
fast="not slow and not browser and not office and not preflight and not real"
failed=0

linters() {
    local wrong=0
    "$bin/ruff" check . || wrong=1
    "$bin/ruff" format --check -q . || wrong=1
    "$bin/mypy" || wrong=1
    "$bin/lint-imports" --no-logo --no-cache || wrong=1
    return $wrong
}

linters >"$said" 2>&1 &
beside=$!
"$bin/pytest" -q -n 2 --dist worksteal -m "$fast" || failed=1
wait $beside || failed=1
cat "$said"
[ $failed = 0 ] || echo "FAILED: see above"
exit $failed
