#!/usr/bin/env bash
# Installs what the tests need that is no Python package, and only what is missing:
#   from the system: a browser, Java, Node with npm, git, exiftool, the Indonesian locale (one test builds under it), and
#     what publishes: nginx, Apache, curl, jq, rsync, ssh;
#   from npm, into node_modules/ beside this file: the judges in package.json;
#   from Python-Markdown's source distribution, into suites/ beside this file: the texts of its own tests.
# Usage: install.sh            all; without root and with something missing from the system it says what to run and fails
#        install.sh --system   the system's part alone, for `sudo`
set -euo pipefail
cd "$(dirname "$0")"

say() { echo "judges: $*"; }
have() { PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v "$1" >/dev/null 2>&1; } # servers: not on every user's PATH

# The names under which tests/judges/tools.py looks for a browser too.
have_browser() { have chromium || have google-chrome || have google-chrome-stable || have chromium-browser; }
have_java() { have java && java -version >/dev/null 2>&1; } # macOS has a `java` that only asks for Java
have_locale() { locale -a 2>/dev/null | grep -iE '^id_ID\.utf-?8$' >/dev/null; }

missing_packages() {
    have_browser || echo chromium
    have_java || echo default-jre-headless
    have node || echo nodejs ca-certificates
    have npm || echo npm
    have git || echo git
    have exiftool || echo libimage-exiftool-perl
    have nginx || echo nginx-light
    have curl || echo curl ca-certificates
    have jq || echo jq
    have rsync || echo rsync
    have sshd || echo openssh-server
    have ssh || echo openssh-client
    have apache2 || echo apache2-bin
    have_locale || [ -e /usr/share/i18n/locales/id_ID ] || echo locales
}

install_system() {
    local packages missing
    packages=$(missing_packages | paste -sd' ' -)
    missing="$packages$(have_locale || echo " locale:id_ID.UTF-8")"
    if [ -z "$missing" ]; then
        return
    fi
    if ! have apt-get; then
        say "missing: $missing; install it with this system's package manager" >&2
        exit 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        say "missing: $missing; run this once:" >&2
        echo "sudo $PWD/install.sh --system" >&2
        exit 1
    fi
    if [ -n "$packages" ]; then
        say "apt installs: $packages"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        # shellcheck disable=SC2086 # a list of names
        apt-get install -y -qq --no-install-recommends $packages >/dev/null
    fi
    if ! have_locale; then
        say "makes the locale id_ID.UTF-8"
        localedef -i id_ID -f UTF-8 id_ID.UTF-8
    fi
}

install_npm() {
    # A copy of package.json in node_modules/ says that exactly this was installed to the end.
    if cmp -s package.json node_modules/.installed; then
        return
    fi
    say "npm installs: $(sed -nE 's/^    "([^"]+)": "([0-9.]+)",?$/\1 \2/p' package.json | paste -sd, | sed 's/,/, /g')"
    # No scripts: a judge's postinstall fetches things we have (a Java, a browser). No lock file: it would name a host.
    PUPPETEER_SKIP_DOWNLOAD=1 npm install --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error
    cp package.json node_modules/.installed
}

install_suite() {
    local version target
    version=$(sed -nE 's/^Markdown==([0-9.]+) .*$/\1/p' ../../requirements.txt)
    target="suites/markdown-$version"
    if [ -d "$target" ]; then
        return
    fi
    say "pip fetches the tests of Python-Markdown $version"
    rm -rf suites
    mkdir -p suites/new
    # pip asks the package for its metadata, so the environment that `make` has made must be there.
    ../../.venv/bin/python -m pip --disable-pip-version-check -qq download \
        --no-deps --no-binary :all: --dest suites "markdown==$version"
    # Texts only: its Python files are no tests of ours.
    tar -xzf suites/[Mm]arkdown-*.tar.gz -C suites/new --strip-components=1
    find suites/new -type f ! -path '*/tests/*.txt' -delete
    mv suites/new "$target"
}

case "${1:-}" in
    "")
        install_system
        install_npm
        install_suite
        ;;
    --system) install_system ;;
    *)
        echo "usage: install.sh [--system]" >&2
        exit 2
        ;;
esac
