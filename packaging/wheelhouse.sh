#!/bin/sh
# Fill wheelhouse/ beside `start` with everything Bengkel CRM is made of, for computers without internet.
#
#   packaging/wheelhouse.sh            the program alone
#   packaging/wheelhouse.sh test dev   with its tests and its developers' tools
#
# Run it where there is internet, with the same kind of system and the same Python version as the computer the
# folder goes to; then copy the whole checkout there.
set -eu

cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
extras=$(printf '%s' "$*" | tr ' ' ,)

making=$(mktemp -d)
trap 'rm -rf -- "$making"' EXIT
"${PYTHON:-python3}" -m venv "$making/venv"

collect() {
    "$making/venv/bin/python" -m pip --disable-pip-version-check --no-input wheel --quiet \
        --wheel-dir "$making/wheels" --constraint constraints.txt "$1"
}

# Wheels only, for the other computer may have no compiler; and what builds the project there, for `start` installs
# the checkout itself and no copy of it.
collect ".${extras:+[$extras]}"
collect hatchling
collect editables
rm -f -- "$making"/wheels/bengkel_crm-*.whl

# Made elsewhere and moved here whole: `start` trusts the folder as soon as it is there.
rm -rf -- wheelhouse
mv -- "$making/wheels" wheelhouse
printf '%s wheels in %s\n' "$(find wheelhouse -name '*.whl' | wc -l)" "$PWD/wheelhouse"
