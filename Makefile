# Every target makes the environment it needs by itself (setup.sh) and is quick the second time.
bin := .venv/bin

.PHONY: build check test lint format bench lock clean
build: .venv/ready ## HTML, PDF and plain text of the edition, into build/
	$(bin)/editio build

check: .venv/ready ## every fault of the TEI, with file and line
	$(bin)/editio check

test: .venv/ready ## the whole test suite
	$(bin)/python -m pytest

lint: .venv/ready ## style and types
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy

format: .venv/ready ## rewrite the Python files in the house style
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

bench: .venv/ready ## how long each stage takes, as ratios in one run
	$(bin)/python -m bench.stages
	$(bin)/python -m bench.typesetting

lock: .venv/ready ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
	    --python-version 3.11 --group dev --output-file requirements.lock pyproject.toml

clean: ## delete the environment and everything generated
	find build -mindepth 1 ! -name README.md -delete
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache

.venv/ready: setup.sh requirements.lock pyproject.toml
	sh setup.sh
