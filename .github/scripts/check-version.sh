#!/usr/bin/env bash
# Says whether a tag may become a release: check-version.sh TAG NOTES
#
# The tag has to be that of the version in Cargo.toml, and the changelog has to have a
# chapter for it, which is written to the file NOTES. Prints the version.
set -euo pipefail
cd "$(dirname "$0")/../.."
tag=$1
notes=$2
changelog=src-tauri/CHANGELOG.md

version=$(cargo metadata --no-deps --format-version 1 |
    jq --raw-output '.packages[] | select(.name == "openmeetings-launcher").version')
if [ "$tag" != "v$version" ]; then
    echo "the tag is $tag, but Cargo.toml has version $version" >&2
    exit 1
fi

# The chapter without its heading: `## 1.2.0`, or `## 1.2.0 - 2026-11-26`.
awk -v version="$version" '
    /^## / { inside = ($2 == version); next }
    inside { print }
' "$changelog" | sed '/./,$!d' > "$notes"
if ! grep --quiet '^- ' "$notes"; then
    echo "$changelog has no chapter '## $version' that says what is new" >&2
    exit 1
fi
echo "$version"
