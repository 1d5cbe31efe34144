# `make demo` and `make test` do all the set-up themselves; the rest is for those who work here.
SHELL := /bin/bash
# One file without shared libraries starts in a third of the time; the libraries below are what libxml2, GLPK, GSL and GRDB rest on. The tool has one
# thread, so counting references needs no atomic instructions (docs/architecture.md, One thread, says how GRDB keeps to it).
STATIC := -Xswiftc -static-executable $(addprefix -Xlinker -l,icuuc icudata lzma glpk amd colamd suitesparseconfig ltdl gmp gsl gslcblas sqlite3 z stdc++ m)
RELEASE := swift build -c release $(STATIC) -Xswiftc -Xfrontend -Xswiftc -assume-single-threaded
BINARY := .build/release/pratique

# Laws, and the playbook, of which every article is encoded or left out with a reason.
ACCOUNTED := GDPR AI-Act Data-Act NIS2 DORA UK-GDPR FADP Playbook

.PHONY: demo test build setup check format lint packs schemas record install docs fuzz differential bench laws coverage

demo: build
	@$(BINARY) report examples/hiring-saas/plan.yaml --as-of 2026-11-21 --output-dir demo-report; status=$$?; \
	  echo; echo "Exit status $$status (1 = findings, see \`pratique help exit-codes\`). Open demo-report/report.html in a browser."; \
	  test $$status -le 3 -a $$status -ne 2

build: setup
	@echo "Building the release binary (a few minutes the first time)"
	@$(RELEASE) --product pratique
	@$(BINARY) pack compile --packs .

test: check

check: setup
	swift format lint --strict --recursive Package.swift Sources Tests Fuzz/Package.swift Fuzz/Harness
	$(RELEASE) --product pratique
	$(BINARY) pack compile --packs .
	swift test
	scripts/schemas
	scripts/formats
	scripts/guardrails
	scripts/scaling
	scripts/exports
	scripts/ledger-crash 40
	scripts/evidence 5
	scripts/kit
	scripts/recompute
	scripts/oscal
	$(BINARY) pack fmt --check --packs .
	$(BINARY) pack lint
	$(BINARY) pack test --coverage --threshold 95
	$(BINARY) pack prove --score-only --minimum 90
	$(BINARY) pack map --packs .
	$(BINARY) law coverage $(ACCOUNTED) --check --packs .

setup:
	@scripts/setup

format:
	swift format --in-place --recursive Package.swift Sources Tests Fuzz/Package.swift Fuzz/Harness

# Takes shipped files that were changed, and pass the full check, into the list of checked files in the binary.
record: build
	@scripts/record
	@$(RELEASE) --product pratique
	@$(BINARY) pack compile --packs .

# Writes docs/coverage anew, after a change to packs or outlines.
coverage: build
	$(BINARY) law coverage $(ACCOUNTED) --packs .

packs: build
	$(BINARY) pack test

# What editors rest on: schemas, catalogue, snippets; with both validators, which `make check` does without if they are missing.
schemas:
	@scripts/setup libxml2-utils python3-xmlschema python3-jsonschema python3-yaml
	@scripts/schemas

# Fuzzes everything that reads untrusted text, for MINUTES in all.
MINUTES ?= 10
fuzz:
	@scripts/fuzz $(MINUTES)

# Compares 100,000 random operations on decimals and on dates with Python's, and runs the decTest files that Python has.
ORACLE := .build/oracle
differential:
	@mkdir -p $(ORACLE)
	python3 scripts/oracle.py decimals 100000 2026 >$(ORACLE)/decimals.txt
	python3 scripts/oracle.py dates 100000 2026 >$(ORACLE)/dates.txt
	PRATIQUE_ORACLE=$(CURDIR)/$(ORACLE) PRATIQUE_DECTEST="$$(python3 -c 'import test, os; print(os.path.join(os.path.dirname(test.__file__), "decimaltestdata"))')" \
	  swift test --filter 'OracleTests|DecTestTests'

# The laws of scores over 100,000 random plans; the ordinary tests take 1,000.
laws:
	PRATIQUE_LAWS=100000 swift test --filter RiskLaws

# How fast: one plan, many plans, cold start; PRATIQUE_BENCH may name the data of the neutral workload.
bench: build
	@scripts/bench

PREFIX ?= /usr/local
install: build
	install -D $(BINARY) $(DESTDIR)$(PREFIX)/bin/pratique
	mkdir -p $(DESTDIR)$(PREFIX)/share/pratique
	cp -R rules jurisdictions $(DESTDIR)$(PREFIX)/share/pratique/
