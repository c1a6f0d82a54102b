# Two commands on a fresh machine: `make demo` and `make test`. Each sets up what it needs, once, in .venv.
SHELL := /bin/bash
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet
UV := .work/uv/bin/uv
COMPILE = $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" $(UPGRADE)
CUDA := cuda-bindings cuda-pathfinder cuda-toolkit nvidia-cublas nvidia-cuda-cccl nvidia-cuda-nvrtc nvidia-cudnn-cu13 \
	nvidia-cusparselt-cu13 nvidia-nccl-cu13 nvidia-nvshmem-cu13 triton
TORCH_INDEX := https://download.pytorch.org/whl/cpu

.DEFAULT_GOAL := help
.PHONY: help demo story test test-all check quality format clauses lock detoxify clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

demo: .venv/.run ## try it: a pretend Telegram in your browser; no token, no network
	@$(BIN)/lollipop demo

story: .venv/.run ## a scripted day, printed
	@$(BIN)/lollipop demo --story

# No test may see a live token: the file .env is not read.
test test-all check quality story: export PYTHON_DOTENV_DISABLED := 1

test: check ## everything that needs only the package registry
	@$(BIN)/lollipop demo --story

check: quality ## what to run before a commit
	$(BIN)/pytest -q -m "not browser and not torch"

quality: .venv/.dev
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy

test-all: quality .venv/.torch .venv/.chromium ## everything, with Chromium and the real torch
	@$(BIN)/python -W ignore -c "import detoxify, torch"
	NOTHING_SKIPPED=1 $(BIN)/pytest -q -rs
	@$(BIN)/lollipop demo --story

format: .venv/.dev ## put the code into our form
	$(BIN)/ruff format --quiet .
	$(BIN)/ruff check --quiet --fix .

clauses: .venv/.dev ## write docs/clauses.md anew
	$(BIN)/python -m tests.clauses.page

detoxify: .venv/.torch ## the optional Detoxify models, without CUDA

clean: ## forget .venv and every cache
	rm -rf .venv .work build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

lock: $(UV) ## write requirements/*.txt anew (UPGRADE=--upgrade takes newer versions)
	$(COMPILE) --group build --output-file requirements/run.txt
	$(COMPILE) --group build --extra dev --constraints requirements/run.txt --output-file requirements/dev.txt
	$(COMPILE) --extra detoxify --constraints requirements/dev.txt --overrides requirements/torch-overrides.txt \
		$(addprefix --no-emit-package ,torch $(CUDA)) --output-file requirements/torch.txt

.venv/bin/python:
	@for python in python3.11 python3 python3.12 python3.13 python3.14; do \
		if $$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Setting up .venv with $$python."; exec $$python -m venv .venv; \
		fi; \
	done; \
	echo "Lollipop needs Python 3.11 or newer with venv and pip (on Debian: apt install python3-venv)." >&2; exit 1

.venv/.run: requirements/run.txt pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.run
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

# Where a folder or mirror offers the wheel, plain pip finds it; everywhere else it is on PyTorch's own index.
.venv/.torch: requirements/torch.txt requirements/torch-cpu.txt .venv/.run
	@$(PIP) --require-hashes --no-deps -r requirements/torch-cpu.txt 2>/dev/null \
		|| $(PIP) --require-hashes --no-deps --index-url $(TORCH_INDEX) -r requirements/torch-cpu.txt
	$(PIP) --require-hashes -r requirements/torch.txt
	@touch $@

.venv/.chromium: .venv/.dev
	@command -v chromium chromium-browser google-chrome >/dev/null || $(BIN)/playwright install chromium || { \
		echo "make test-all needs Chromium and could not install it (on Debian: apt install chromium)." >&2; exit 1; }
	@touch $@

$(UV):
	python3 -m venv .work/uv
	.work/uv/bin/pip --disable-pip-version-check install --quiet uv
