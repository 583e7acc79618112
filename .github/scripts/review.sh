#!/usr/bin/env bash
# What the Action does: annotations, the summary of the run, and one comment that is found again by its first line.
# Values come as variables of the environment, so that no text of a pull request is read as a program.
set -uo pipefail

read -ra folders <<<"${FOLDERS:-}"
read -ra passerelle <<<"${PASSERELLE:-npx --no-install passerelle}"
marker='<!-- passerelle-review -->'
status=0

"${passerelle[@]}" check ${folders[@]+"${folders[@]}"} --format github || status=$?

# Not a pull request: there is nothing to compare with.
[ -n "${BASE:-}" ] || exit "$status"

review=$(mktemp)
trap 'rm -f "$review"' EXIT
"${passerelle[@]}" review ${folders[@]+"${folders[@]}"} --base "$BASE" --format markdown >"$review" ||
  status=$?
# What could not be compared has said why; no page that is stale is made so by an empty comment.
[ -s "$review" ] || exit "$status"
cat "$review" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"

comments="repos/${GITHUB_REPOSITORY:-}/issues/${PULL_REQUEST:-}/comments"
comment() {
  local own
  own=$(gh api --paginate "$comments" \
    --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id") || return
  own=${own%%$'\n'*}
  if [ -n "$own" ]; then
    gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$own" --field "body=@$review"
  elif grep -q '^### ' "$review"; then
    gh api --method POST "$comments" --field "body=@$review"
  fi
}
if [ "${COMMENT:-true}" = true ] && [ -n "${PULL_REQUEST:-}" ]; then
  # A pull request from a fork may not comment. That is no fault of the change.
  comment >/dev/null || echo '::notice::The comment could not be written; the summary of the run has it.'
fi
exit "$status"
