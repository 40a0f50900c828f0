#!/usr/bin/env bash
# Signs what installed launchers fetch, and writes what they ask for first:
#
#   sign-updates.sh FOLDER VERSION NOTES ADDRESS
#
# FOLDER holds the artefacts and gets `latest.json`; the file NOTES is shown to people;
# ADDRESS is where the artefacts will be. Reads from the environment:
#   TAURI_SIGNING_PRIVATE_KEY, TAURI_SIGNING_PRIVATE_KEY_PASSWORD
#   OPENMEETINGS_UPDATE_KEY   the public key that installed launchers know
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1
version=$2
notes=$3
address=$4
name=openmeetings-launcher_$version
tauri=ui/node_modules/.bin/tauri

# What the updater calls a system, and what it gets there.
declare -A artefacts=(
    [linux-x86_64]=${name}_amd64.AppImage
    [windows-x86_64]=${name}_x64-setup.exe
    [darwin-x86_64]=${name}_universal.app.tar.gz
    [darwin-aarch64]=${name}_universal.app.tar.gz
)

keys=$(mktemp --directory)
trap 'rm -rf "$keys"' EXIT
base64 --decode <<< "$OPENMEETINGS_UPDATE_KEY" > "$keys/public"

platforms={}
for system in "${!artefacts[@]}"; do
    artefact=$folder/${artefacts[$system]}
    if [ ! -e "$artefact.sig" ]; then
        # Signed for this version only: an old artefact cannot be passed off as new.
        "$tauri" signer sign --app-version "$version" "$artefact" > /dev/null
    fi
    # Launchers out there know one key. A release signed with another helps nobody.
    base64 --decode "$artefact.sig" > "$keys/signature"
    minisign -V -q -p "$keys/public" -x "$keys/signature" -m "$artefact"
    platforms=$(jq --arg system "$system" --arg url "$address/${artefacts[$system]}" \
        --rawfile signature "$artefact.sig" \
        '.[$system] = { $url, signature: ($signature | rtrimstr("\n")) }' <<< "$platforms")
done

jq --null-input --sort-keys --arg version "$version" --rawfile notes "$notes" \
    --arg pub_date "$(date --utc +%Y-%m-%dT%H:%M:%SZ)" --argjson platforms "$platforms" \
    '{ $version, $notes, $pub_date, $platforms }' > "$folder/latest.json"
