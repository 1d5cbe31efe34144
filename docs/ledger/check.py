#!/usr/bin/env python3
"""Checks a ledger without pratique: LEDGER, and the hash of an entry that must be in it (optional)."""
import hashlib, sqlite3, sys

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
database.text_factory = bytes
wrong, hashes, named, last = [], {"0" * 64}, set(), (0, "0" * 64)
rows = database.execute("SELECT number, kind, time, contents, body, previous, hash FROM entry ORDER BY number")
for number, *columns in rows:
    kind, time, contents, body, previous, stated = (column.decode() for column in columns)
    text = (
        f'{{"number":{number},"kind":"{kind}","time":"{time}",'
        f'"contents":{contents},"body":{body},"previous":"{previous}"}}'
    )
    if hashlib.sha256(text.encode()).hexdigest() != stated:
        wrong.append(f"entry {number} is not as it was written")
    if (number - 1, previous) != last:
        wrong.append(f"entry {number} does not follow entry {number - 1} as it is here")
    named |= {part for part in contents.split('"') if len(part) == 64}
    hashes.add(stated)
    last = (number, stated)
held = set()
for name, content in database.execute("SELECT sha256, bytes FROM content"):
    held.add(name.decode())
    if hashlib.sha256(content).hexdigest() != name.decode():
        wrong.append(f"content {name.decode()} has another hash")
wrong += [f"content {name} is missing" for name in sorted(named - held)]
wrong += [f"content {name} is named by no entry" for name in sorted(held - named)]
if len(sys.argv) > 2 and sys.argv[2] not in hashes:
    wrong.append("the head that was noted down is not in the chain")
print("\n".join(wrong) or f"{last[0]} entries, head {last[1]}")
sys.exit(bool(wrong))
