# `make demo` and `make test` do all the set-up themselves; the rest is for those who work here.
SHELL := /bin/bash
RELEASE := swift build -c release -Xswiftc -static-stdlib
BINARY := .build/release/pratique

.PHONY: demo test build setup check format lint packs install docs

demo: build
	@$(BINARY) report examples/hiring-saas/plan.yaml --as-of 2026-11-21 --output-dir demo-report; status=$$?; \
	  echo; echo "Exit status $$status (1 = findings, see \`pratique help exit-codes\`). Open demo-report/report.html in a browser."; \
	  test $$status -le 3 -a $$status -ne 2

build: setup
	@echo "Building the release binary (a few minutes the first time)"
	@$(RELEASE) --product pratique

test: check

check: setup
	swift format lint --strict --recursive Package.swift Sources Tests
	$(RELEASE) --product pratique
	swift test
	$(BINARY) pack lint
	$(BINARY) pack test

setup:
	@scripts/setup

format:
	swift format --in-place --recursive Package.swift Sources Tests

packs: build
	$(BINARY) pack test

PREFIX ?= /usr/local
install: build
	install -D $(BINARY) $(DESTDIR)$(PREFIX)/bin/pratique
	mkdir -p $(DESTDIR)$(PREFIX)/share/pratique
	cp -R rules jurisdictions $(DESTDIR)$(PREFIX)/share/pratique/
