#!/bin/sh
# Puts what was built into the tree of the Flatpak: install.sh BUILT TREE
#
# A sandbox shows the desktop only files that are called after the application. The
# entry for invitation files is left out: under that name it would come before the
# calendars, and desktops take the first one where nobody has chosen.
set -eu
cd "$(dirname "$0")/../../.."
built=$1
share=$2/share
id=io.github.openmeetings_launcher.openmeetings_launcher
name=openmeetings-launcher

put() {
    install -D -m "$1" "$2" "$3"
}

# An entry of the menu, or of what opens links, with the icon by its new name.
put_entry() {
    put 644 "$1" "$2"
    sed -i "s/^Icon=$name\$/Icon=$id/" "$2"
}

for program in openmeetings "$name"; do
    put 755 "$built/$program" "$2/bin/$program"
done

put_entry "src-tauri/linux/$name.desktop" "$share/applications/$id.desktop"
put_entry "src-tauri/linux/$name-open.desktop" "$share/applications/$id.open.desktop"

metainfo=$share/metainfo/$id.metainfo.xml
put 644 src-tauri/linux/metainfo.xml "$metainfo"
sed -i "s/>$name.desktop</>$id.desktop</; s/<icon type=\"stock\">$name</<icon type=\"stock\">$id</" "$metainfo"
sed -i '/text\/calendar/d' "$metainfo"

icons=$share/icons/hicolor
put 644 icons/source.svg "$icons/scalable/apps/$id.svg"
put 644 icons/32x32.png "$icons/32x32/apps/$id.png"
put 644 icons/128x128.png "$icons/128x128/apps/$id.png"
put 644 'icons/128x128@2x.png' "$icons/256x256/apps/$id.png"

put 644 src-tauri/licences.txt "$share/licenses/$id/licences.txt"
put 644 LICENSE "$share/licenses/$id/LICENSE"
