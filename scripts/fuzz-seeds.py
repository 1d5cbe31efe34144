#!/usr/bin/env python3
"""Writes the inputs to start fuzzing from, taken from the cases of the tests: `fuzz-seeds.py FOLDER`."""

import hashlib
import pathlib
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent / "Tests"


def put(part, text):
    data = text if isinstance(text, bytes) else text.encode()
    folder = pathlib.Path(sys.argv[1]) / part
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha1(data).hexdigest()[:12]).write_bytes(data)


def expressions():
    """Blocks of a case file: comments, the expression, the expectation."""
    for path in sorted((TESTS / "FEELTests/Cases").glob("*/*.txt")):
        if path.parent.name in ("Values", "Oracle"):
            continue
        for block in path.read_text().split("\n\n"):
            lines = [line for line in block.split("\n") if line.strip() and not line.startswith("#")]
            if len(lines) < 2:
                continue
            expression = "\n".join(lines[:-1]).replace("▸", "")
            put("language", expression)
            # Strict and not; the second byte chooses the facts.
            for mode in "01":
                put("cells" if path.parent.name == "cells" else "evaluation", f"{mode}g{expression}")


def values():
    for path in sorted((TESTS / "FEELTests/Cases/Values").glob("*.txt")):
        for line in path.read_text().split("\n")[::4]:
            if not line.startswith("#"):
                for word in line.split("=")[0].split():
                    put("values", word)


def documents():
    for path in sorted(TESTS.glob("*/Cases/**/*")):
        if path.suffix not in (".xml", ".yaml", ".json", ".dmn") or path.stat().st_size > 25_000:
            continue
        data = path.read_bytes()
        if path.suffix == ".dmn":
            put("decisions", data)
        elif "rules" in path.parts or path.name == "pack.xml":
            put("pack", data)
        else:
            put("plan", data)
        if path.suffix in (".xml", ".dmn"):
            put("xml", data)


expressions()
values()
documents()
