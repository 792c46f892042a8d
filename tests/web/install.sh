#!/bin/sh
# Installs what the browser gates of tests/web need: a browser and a Java runtime (Debian), the
# Nu HTML Checker and axe-core (npm), Playwright (PyPI). Everything but the Debian packages goes into
# .venv/. Without them those tests are skipped and say so.
set -eu
cd "$(dirname "$0")/../.."
say() { printf 'web gates: %s\n' "$*" >&2; }

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
if [ -n "$missing" ]; then
    say "installing the Debian packages$missing"
    # shellcheck disable=SC2086  # a list of words on purpose
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing; } >&2
fi
say "installing vnu-jar, axe-core and Playwright into .venv"
mkdir -p .venv/web
npm install --prefix .venv/web --no-audit --no-fund --ignore-scripts --silent \
    vnu-jar@26.9.27 axe-core@4.14.1 >&2
if command -v uv >/dev/null 2>&1; then
    uv pip install --quiet --python .venv/bin/python playwright==1.65.2
else
    .venv/bin/python -m pip install --quiet --disable-pip-version-check playwright==1.65.2
fi
say "ready"
