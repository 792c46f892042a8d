#!/bin/sh
# Makes the environment .venv/ that every make target runs in: Python packages as
# requirements.lock pins them, editio itself, and the system libraries that the PDF
# engine draws text with. Safe to run again; make runs it when a file it reads is newer.
set -eu
cd "$(dirname "$0")"

say() { printf 'setup: %s\n' "$*" >&2; }
stop() { say "$*"; exit 2; }

python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    stop "Python 3.11 or newer is needed and '$python' is not it. Name one with PYTHON=python3.12 make ..."

if command -v uv >/dev/null 2>&1; then
    say "creating .venv with uv"
    uv venv --quiet --allow-existing --python "$python" .venv
    install() { uv pip install --quiet --python .venv/bin/python "$@"; }
else
    say "creating .venv with venv and pip"
    "$python" -m venv .venv ||
        stop "the venv module is missing. Debian and Ubuntu: apt-get install python3-venv"
    install() { .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"; }
fi

say "installing the packages of requirements.lock"
install --require-hashes -r requirements.lock
install --no-deps --no-build-isolation --editable .

# WeasyPrint loads Pango at import: the import is the test. Without HarfBuzz's subsetter PDFs are
# as good, but slower to write.
draws_text() { .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1; }
subsets() { .venv/bin/python -c 'from weasyprint.text.ffi import harfbuzz_subset as s; assert s' 2>/dev/null; }
debian="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
if ! { draws_text && subsets; } && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    say "installing the system libraries that PDF needs: $debian"
    # shellcheck disable=SC2086  # a list of words on purpose
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $debian; } >&2 ||
        say "apt-get could not install them"
fi
draws_text || stop "the Pango libraries are missing, without which no PDF can be set. Install them with
  Debian, Ubuntu:  sudo apt-get install $debian
  Fedora:          sudo dnf install pango harfbuzz
  macOS:           brew install pango
and run make again."
touch .venv/ready
say "ready"
