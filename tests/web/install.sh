#!/bin/sh
# Installs the judges that the tests marked `browser` and `judge` ask: a browser, a JDK and the XML
# binding that veraPDF needs (Debian), the Nu HTML Checker, axe-core and Ace by DAISY (npm), Playwright
# (PyPI). Everything but the Debian packages goes into .venv/. `make test-all` runs it; it fails where
# one of them cannot be had, but Firefox (Debian).
set -eu
cd "$(dirname "$0")/../.."
say() { printf 'judges: %s\n' "$*" >&2; }

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v javac >/dev/null 2>&1 || missing="$missing default-jdk-headless"
[ -e /usr/share/java/jaxb-runtime.jar ] || missing="$missing libjaxb-java"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
if [ -n "$missing" ]; then
    say "installing the Debian packages$missing"
    apt-get update -qq >&2
    # shellcheck disable=SC2086  # a list of words on purpose
    apt-get install -y -qq --no-install-recommends $missing >&2
fi
# Not every Debian has it: without it tests/web/test_firefox.py is not collected.
if ! command -v firefox-esr >/dev/null 2>&1; then
    say "installing Firefox"
    apt-get install -y -qq --no-install-recommends firefox-esr >&2 || say "no Firefox: its tests are left out"
fi
say "installing vnu-jar, axe-core, Ace and Playwright into .venv"
mkdir -p .venv/web
npm install --prefix .venv/web --no-audit --no-fund --ignore-scripts --silent \
    vnu-jar@26.9.27 axe-core@4.14.1 \
    @daisy/ace@1.4.6 @daisy/ace-axe-runner-puppeteer@1.4.6 >&2
if command -v uv >/dev/null 2>&1; then
    uv pip install --quiet --python .venv/bin/python playwright==1.65.2
else
    .venv/bin/python -m pip install --quiet --disable-pip-version-check playwright==1.65.2
fi
say "ready"
