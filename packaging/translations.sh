#!/bin/sh
# Bring the words of every language in resources/languages up to date with the code and compile them to .qm.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python}
bin=$("$python" -c 'import sysconfig; print(sysconfig.get_path("scripts"))')
shadow=$(mktemp -d)
trap 'rm -rf "$shadow"' EXIT

"$python" packaging/collect_words.py bengkel_crm "$shadow/words.py"
for folder in resources/languages/*/; do
    language=$(basename "$folder")
    # English stands in the code: it needs only its plurals: "1 vehicle".
    plurals=
    [ "$language" != en ] || plurals=-pluralonly
    "$bin/pyside6-lupdate" -silent $plurals "$shadow/words.py" -ts "${folder}messages.ts" \
        -no-obsolete -locations none -source-language en -target-language "$language"
done
for ts in resources/languages/*/*.ts; do
    "$bin/pyside6-lrelease" -silent "$ts" -qm "$shadow/new.qm"
    # Moved, not written over: a running program has the old one mapped into its memory.
    mv "$shadow/new.qm" "$(dirname "$ts")/.new.qm"
    mv "$(dirname "$ts")/.new.qm" "${ts%.ts}.qm"
done
