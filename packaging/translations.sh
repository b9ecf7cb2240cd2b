#!/bin/sh
# Bring resources/i18n/*.ts up to date with the code and compile them to .qm.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python}
bin=$("$python" -c 'import sysconfig; print(sysconfig.get_path("scripts"))')
shadow=$(mktemp -d)
trap 'rm -rf "$shadow"' EXIT

"$python" packaging/collect_words.py bengkel_crm "$shadow/words.py"
"$bin/pyside6-lupdate" -silent "$shadow/words.py" -ts resources/i18n/bengkel_crm_id.ts \
    -no-obsolete -locations none -source-language en -target-language id
# English needs only its plurals: "1 vehicle".
"$bin/pyside6-lupdate" -silent -pluralonly "$shadow/words.py" -ts resources/i18n/bengkel_crm_en.ts \
    -no-obsolete -locations none -source-language en -target-language en
for ts in resources/i18n/*.ts; do
    "$bin/pyside6-lrelease" -silent "$ts" -qm "$shadow/new.qm"
    # Moved, not written over: a running program has the old one mapped into its memory.
    mv "$shadow/new.qm" "$(dirname "$ts")/.new.qm"
    mv "$(dirname "$ts")/.new.qm" "${ts%.ts}.qm"
done
