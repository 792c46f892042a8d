# Every target makes the environment it needs by itself (setup.sh) and is quick the second time.
bin := .venv/bin
# A file's tests stay in one process, which builds what they share once.
pytest := $(bin)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile
# What `make test` leaves to `make test-all`.
rest := browser or judge or slow

.PHONY: build check docs test test-all test-long lint format bench bench-peers lock clean
build: .venv/ready ## HTML, PDF and plain text of the edition, into build/
	$(bin)/editio build

check: .venv/ready ## every fault of the TEI, with file and line
	$(bin)/editio check

docs: .venv/ready ## the handbook as a site, into docs-site/
	$(bin)/python -m mkdocs build --strict

test: .venv/ready ## what needs no more than set-up brings, in a few minutes
	$(pytest) -m "not ($(rest) or long)"

# TESTED=yes: `make test` has passed, and what it runs is not run again.
test-all: .venv/ready ## every test but the longest, with browser, Nu, Ace and veraPDF (installs them)
	sh tests/web/install.sh
	$(pytest) -m "$(if $(TESTED),($(rest)) and )not long"

test-long: .venv/ready ## what takes longer still: before a release
	sh tests/web/install.sh
	$(pytest) -m long

lint: .venv/ready ## style and types
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy

format: .venv/ready ## rewrite the Python files in the house style
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

bench: .venv/ready ## what each stage takes of a build, lines and typesetting, a book beside bare WeasyPrint
	$(bin)/python -m bench.stages
	$(bin)/python -m bench.check_lines
	$(bin)/python -m bench.typesetting
	$(bin)/python -m bench.book

# LETTERS=folder of TEI, SCHEMA=tei_all.rng, COUNT=1000, ONLY=check, ROUNDS=2 (in the first nothing is
# kept yet, and faces are cut); TEI_STYLESHEETS=checkout and SAXON=jar, if any.
bench-peers: .venv/ready ## a build beside jing, bare Saxon, the TEI Stylesheets, as ratios in one run
	$(bin)/python -m bench.peers $(LETTERS)

lock: .venv/ready ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
	    --python-version 3.11 --group dev --output-file requirements.lock pyproject.toml

clean: ## delete the environment and everything generated
	find build -mindepth 1 ! -name README.md -delete
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache

.venv/ready: setup.sh requirements.lock pyproject.toml
	sh setup.sh
