# What the commands of this folder share; read by them, from the project's root.

# A command whose output is taken stops the whole, too, when it fails.
shopt -s inherit_errexit

cache=${XDG_CACHE_HOME:-$HOME/.cache}/bengkel-crm/packaging

# need_packages TOOL:PACKAGE ... installs those of Debian's packages whose tool is not there, where that is allowed.
need_packages() {
    local missing=()
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null || missing+=("${pair#*:}")
    done
    [ ${#missing[@]} = 0 ] && return
    [ "$(id -u)" = 0 ] || {
        echo "Please install first: apt-get install ${missing[*]}" >&2
        exit 1
    }
    apt-get -q update >&2 || true
    DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}" >&2
}

# The version stands in one place.
program_version() {
    sed -n 's/^__version__ = "\(.*\)"$/\1/p' bengkel_crm/__init__.py
}

# Four numbers, as Windows counts versions.
numbers_of() {
    local IFS=. parts
    read -r -a parts <<<"$1.0.0.0"
    echo "${parts[0]},${parts[1]},${parts[2]},${parts[3]}"
}

# Which schema of the shop's file this program reads and writes: as many steps lead to it.
program_schema() {
    sed -n '/^MIGRATIONS/,/^)/p' bengkel_crm/db/engine/migrations.py | grep -c '^    [a-z_]*,$'
}

# The time of the commit, so that building twice gives the same.
commit_epoch() {
    git log -1 --format=%ct
}

# A Python of this machine with pip, in an environment of its own.
packaging_python() {
    local venv=$cache/venv
    [ -x "$venv/bin/pip" ] || python3 -m venv "$venv" >&2
    echo "$venv/bin/python"
}

# fetch_pinned NAME==VERSION sha256:HASH prints the path of a source archive with that hash.
fetch_pinned() {
    local folder=$cache/${2#sha256:} python
    if [ ! -d "$folder" ]; then
        python=$(packaging_python)
        mkdir -p -- "$folder.part"
        printf '%s --hash=%s\n' "$1" "$2" >"$folder.part/asked.txt"
        "$python" -m pip --disable-pip-version-check -q download --no-deps --no-binary=:all: \
            --require-hashes -r "$folder.part/asked.txt" -d "$folder.part" >&2
        mv -- "$folder.part" "$folder"
    fi
    echo "$folder"/*.tar.gz
}

# platform_words A,B prints what pip is told of the platforms, a word a line.
platform_words() {
    tr , '\n' <<<"$1" | sed 's/^/--platform=/'
}

# fetch_wheels PLATFORMS PYTHON PINS prints a folder with the wheels that PINS names with their hashes. They are the
# versions of constraints.txt, or nothing is fetched.
fetch_wheels() {
    local folder python platforms
    mapfile -t platforms < <(platform_words "$1")
    diff <(sed -n '/^# the program/,/^# building/s/==.*//p' constraints.txt | tr A-Z a-z | sort) \
        <(sed -n 's/==.*//p' "$3" | tr A-Z a-z | sort) >&2 &&
        diff <(sed -n '/^# the program/,/^# building/p' constraints.txt | grep == | tr A-Z a-z | sort) \
            <(sed -n 's/ .*//; /==/p' "$3" | tr A-Z a-z | sort) >&2 || {
        echo "$3 names other versions than constraints.txt; make it anew with packaging/pin-wheels" >&2
        exit 1
    }
    folder=$cache/wheels-$(sha256sum "$3" | cut -c1-16)
    if [ ! -d "$folder" ]; then
        python=$(packaging_python)
        rm -rf -- "$folder.part"
        "$python" -m pip --disable-pip-version-check -q download --no-deps "${platforms[@]}" --python-version "$2" \
            --only-binary=:all: --require-hashes -r "$3" -d "$folder.part" >&2
        mv -- "$folder.part" "$folder"
    fi
    echo "$folder"
}

# build_wheel FOLDER makes the program's own wheel, from what is committed or not.
build_wheel() {
    "$(packaging_python)" -m pip --disable-pip-version-check -q wheel --no-deps -w "$1" . >&2
}
