#!/bin/sh
# Makes .venv beside this file and installs claimx and all it needs into it, so that changes to src/ and rules/ take effect
# at once. An argument names an extra: `sh setup.sh test` adds what the tests need, `sh setup.sh dev` the linters as well.
set -eu
cd "$(dirname "$0")"

make_venv() {
    rm -rf .venv
    python3 -m venv .venv
}

install_debian_venv() {
    # Debian keeps what venv needs in a package of its own.
    as_root=""
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get update -qq
    $as_root apt-get install -qq -y python3-venv
}

[ -x .venv/bin/pip ] || make_venv >/dev/null 2>&1 || { install_debian_venv && make_venv; }
.venv/bin/pip install --quiet --disable-pip-version-check --editable ".${1:+[$1]}"
