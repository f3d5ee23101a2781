#!/usr/bin/env bash
# The step of action.yml: calls preflag with what the inputs say, and tells the verdict. Ends as preflag ends.
set -uo pipefail

args=(check --format github --format "sarif=$PREFLAG_SARIF" --evidence "$PREFLAG_EVIDENCE")
[ -n "$PREFLAG_JOB" ] && args+=(--job "$PREFLAG_JOB")
[ -n "$PREFLAG_JOBS" ] && args+=(--jobs "$PREFLAG_JOBS")
[ -n "$PREFLAG_FAIL_ON" ] && args+=(--fail-on "$PREFLAG_FAIL_ON")
while IFS= read -r line; do [ -n "$line" ] && args+=("$line"); done <<<"$PREFLAG_ARGS"
[ -n "$PREFLAG_PATH" ] && args+=("$PREFLAG_PATH")

# The version that the working folder pins goes before the one of the input.
if npx --no-install preflag --version >/dev/null 2>&1; then
  npx --no-install preflag "${args[@]}"
else
  npx --yes "preflag@$PREFLAG_VERSION" "${args[@]}"
fi
code=$?

case $code in
  0) verdict=pass ;;
  1) verdict=fail ;;
  3) verdict=incomplete ;;
  *) verdict=error ;;
esac
{
  echo "verdict=$verdict"
  echo "sarif=$PREFLAG_SARIF"
} >>"$GITHUB_OUTPUT"
exit "$code"
