#!/usr/bin/env python3
"""Measures Xapian for `npm run bench`: builds a database of the terms it is given and asks the best ten.

Usage: bench-xapian.py CHUNKS QUESTIONS FOLDER
CHUNKS, QUESTIONS: one a line, terms separated by spaces. FOLDER: where the database is written.
Prints {"version", "buildMs", "diskMb", "memoryMb", "ms": [one a question]}; needs Debian's python3-xapian.
"""

import collections
import json
import os
import sys
import time

import xapian

TOP = 10


def resident_mb() -> float:
    with open("/proc/self/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1000


def build(chunks: str, folder: str) -> None:
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
    with open(chunks, encoding="utf-8") as lines:
        for line in lines:
            document = xapian.Document()
            for term, count in collections.Counter(line.split()).items():
                document.add_term(term, count)
            database.add_document(document)
    database.commit()
    database.close()


def ask(database: xapian.Database, terms: list[str]) -> float:
    started = time.perf_counter()
    enquire = xapian.Enquire(database)
    enquire.set_weighting_scheme(xapian.BM25Weight())
    enquire.set_query(xapian.Query(xapian.Query.OP_OR, terms))
    for match in enquire.get_mset(0, TOP):
        match.docid
    return (time.perf_counter() - started) * 1000


def main(chunks: str, questions: str, folder: str) -> None:
    started = time.perf_counter()
    build(chunks, folder)
    build_ms = (time.perf_counter() - started) * 1000
    with open(questions, encoding="utf-8") as lines:
        asked = [line.split() for line in lines]
    before = resident_mb()
    database = xapian.Database(folder)
    for terms in asked[:3]:
        ask(database, terms)
    print(
        json.dumps(
            {
                "version": xapian.version_string(),
                "buildMs": build_ms,
                "ms": [ask(database, terms) for terms in asked],
                "diskMb": sum(e.stat().st_size for e in os.scandir(folder)) / 1e6,
                "memoryMb": resident_mb() - before,
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
