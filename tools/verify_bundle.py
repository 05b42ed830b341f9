#!/usr/bin/env python3
"""Checks an exported run, or the proof of one record, without the workbench. FORMAT.md says what and why. Exit code 0: all holds; 3: it does not; 2: usage."""
import argparse, base64, hashlib, json, pathlib, re, struct, sys
P, N = 2**256 - 2**224 + 2**192 + 2**96 - 1, 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
B, SPKI = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b, bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
G = (0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296, 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5)
FILES = re.compile(r"FORMAT\.md|records\.bin|hashes\.bin|checkpoint|vkey\.txt|evidence/[0-9a-f]{64}|documents/[A-Za-z0-9][A-Za-z0-9._-]*")
CHECKPOINT = re.compile(r"([^\n]+)\n([1-9][0-9]{0,17})\n([^\n]+)\n\n((?:\u2014 [^ \n]+ [^ \n]+\n){1,16})")
FAULTS = ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError
PROOF = re.compile(rb"c2sp\.org/tlog-proof@v1\nextra ([^\n]+)\nindex (0|[1-9][0-9]{0,17})\n((?:[^\n]+\n){0,63})\n(.+)", re.S)
def check(holds, message):
    if not holds: raise ValueError(message)
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def unbase64(text):
    data = base64.b64decode(text, validate=True)
    return data if base64.b64encode(data).decode() == text else check(False, f"{text[:80]!r} is not base64 in its one canonical form")
def read_json(text):
    return json.loads(text, object_pairs_hook=lambda items: dict(items) if len(dict(items)) == len(items) else check(False, "JSON: a member stands twice"))
def add(p, q):
    if p is None or q is None: return p or q
    if p[0] == q[0] and p != q: return None
    slope = (3 * p[0] * p[0] - 3) * pow(2 * p[1], -1, P) if p == q else (q[1] - p[1]) * pow(q[0] - p[0], -1, P)
    x = (slope * slope - p[0] - q[0]) % P
    return x, (slope * (p[0] - x) - p[1]) % P
def times(k, p): return add(p if k & 1 else None, times(k >> 1, add(p, p))) if k else None
def head(hashes):
    level = [hashes[i:i + 32] for i in range(0, len(hashes), 32)]
    while len(level) > 1: level = [sha(b"\1", *level[i:i + 2]) if i + 1 < len(level) else level[i] for i in range(0, len(level), 2)]
    return [hashes[-32:].hex(), level[0].hex()]
def der(*numbers):
    body = b"".join(b"\x02" + bytes([len(i)]) + i for i in (n.to_bytes(n.bit_length() // 8 + 1, "big") for n in numbers))
    return b"\x30" + bytes([len(body)]) + body
def check_signature(key, signature, message):  # ECDSA on P-256 with SHA-256; what comes must be the DER of the two numbers in it, so there is one form only
    check(8 <= len(signature) <= 72 and signature[3] <= 33, "signature: not DER")
    r, s = int.from_bytes(signature[4:4 + signature[3]], "big"), int.from_bytes(signature[6 + signature[3]:], "big")
    check(0 < r < N and 0 < s < N and der(r, s) == signature, "signature: not DER, or a number out of range")
    point = add(times(int.from_bytes(sha(message), "big") * pow(s, -1, N) % N, G), times(r * pow(s, -1, N) % N, key))
    check(point and point[0] % N == r, "signature: not by this key over these bytes")
def read_key(vkey):
    m = re.fullmatch(r"(validation-workbench/[0-9a-f]{32})\+([0-9a-f]{8})\+([^ \n]+)", vkey)
    data = unbase64(m[3]) if m else b""
    x, y = int.from_bytes(data[28:60], "big"), int.from_bytes(data[60:], "big")
    check(len(data) == 92 and data[:28] == b"\x02" + SPKI and x < P and y < P, "key: not ORIGIN+ID+BASE64 of an ECDSA P-256 key")
    check((y * y - x**3 + 3 * x - B) % P == 0 and m[2] == sha(data[1:])[:4].hex(), "key: no point of the curve, or its id is not that of its bytes")
    return m[1], sha(data[1:])[:4], (x, y)
def read_checkpoint(data, vkey):
    m, (origin, key_id, key) = CHECKPOINT.fullmatch(data.decode("utf-8")), read_key(vkey)
    check(m and not re.search(r"[\0-\x09\x0b-\x1f]", m[0]) and m[1] == origin, f"checkpoint: not three lines, an empty one and signatures, of {origin}")
    ours = [blob[4:] for name, blob in ((n, unbase64(b)) for n, b in re.findall(r" ([^ \n]+) ([^ \n]+)\n", m[4])) if name == origin and blob[:4] == key_id]
    check(len(ours) == 1 and len(unbase64(m[3])) == 32, f"checkpoint: {len(ours)} signatures of key {key_id.hex()}, or its root is no hash")
    check_signature(key, ours[0], f"{m[1]}\n{m[2]}\n{m[3]}\n".encode())
    return origin[-32:], int(m[2]), unbase64(m[3])
def read_record(data):
    at = 0
    def take(form):
        nonlocal at
        at += struct.calcsize(form)
        check(at <= len(data), "it ends early")
        return struct.unpack_from(form, data, at - struct.calcsize(form))
    def text():
        value = take(f">{take('>I')[0]}s")[0].decode("utf-8")
        return value if "\0" not in value else check(False, "a text holds NUL")
    def optional(read):
        flag, = take(">B")
        return check(flag < 2, "a presence byte is neither 0 nor 1") or (read() if flag else None)
    r = dict(zip(("magic", "log", "seq", "previous", "at", "occurred", "offset", "monotonic", "boot"), take(">10s16sq32sqqhq16s")))
    for name in ("host", "tool", "sqlite", "actor", "printed", "role", "established", "action", "type", "entity", "run"): r[name] = text()
    r["config"], r["reason"], r["before"], r["after"] = optional(lambda: take(">32s")[0]), optional(text), optional(text), optional(text)
    r["attached"] = [(text(), *take(">q32s")) for _ in range(take(">I")[0])]
    return r if at == len(data) and r["magic"] == b"VWB-AUDIT\x01" and r["seq"] > 0 else check(False, "it is not of layout 1, or bytes follow it")
def check_run(r, run):
    after, names, done, first = read_json(r["after"] or "{}"), [name for name, _, _ in r["attached"]], run["done"], "config" not in run
    action, count, trial = r["action"], run["count"], r["action"] in ("trial-finished", "attempt-failed")
    states = action in ("run-started", "run-resumed", "run-interrupted", "run-completed", "run-assessed")
    for key in (action, r["entity"]) if trial else (action,): count[key] = count.get(key, 0) + 1
    if first: run.update(config=r["config"], planned=after["planned"], repeats=after["configuration"]["repeats"])
    check(first == (action == "run-planned") and r["config"] in (None, run["config"]), "not under the configuration that the run began with")
    if first: check(read_json(run["read"]("evidence/" + r["config"].hex())) == after["configuration"], "the configuration is not the one that its hash names")
    check(not (trial or states) or count.get("run-started") == 1, "run-started is missing before it, or stands twice")
    if trial:
        m = re.fullmatch(r"(.+)/(Baseline|Candidate)/([1-9][0-9]{0,8})", r["entity"], re.S)
        check(m and int(m[3]) <= run["repeats"] and r["entity"] not in done, f"{r['entity']} is no trial of this run, or was finished before")
        check(after["attempt"] == count[r["entity"]], f"an attempt of {r['entity']} before this one is missing")
        check(names == ["request", "reply"] or (names == ["request"] and r["reason"] is not None), f"{r['entity']}: request or reply is missing")
        if action == "trial-finished": done[r["entity"]] = r["reason"] is None
    if states:
        c, given = after["counts"], [run["planned"], sum(done.values()), [*done.values()].count(False), run["planned"] - len(done)]
        told = [c["planned"], sum(c.get(name, 0) for name in ("answered", "passed", "failed", "undecided", "unscored")), c["error"], c["aborted"]]
        check(told == given and 0 <= given[3] <= (0 if action == "run-completed" else given[0]), f"planned, answered, unanswered, open: {told} told, {given} on record")
    check(action != "run-assessed" or after["assessment"] == count[action], "an assessment before this one is missing")
    check(action != "documents-issued" or 0 < after["assessment"] <= count.get("run-assessed", 0), "the assessment that these documents are of is missing")
    n, told, hashes = after.get("headSequence"), [after.get("headHash"), after.get("headRoot")], run["read"]("hashes.bin")
    check(action != "run-assessed" or (0 < n < r["seq"] and told == head(hashes[:32 * n])), "the head named is not that of these records")
def check_bundle(folder, vkey):
    def read(path): return (folder / path).read_bytes()
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()}
    manifest, files, run, want, documents, last = read_json(read("manifest.json")), {}, {"done": {}, "count": {}, "read": read}, {}, [], None
    given, known = [manifest["format"], *(f["path"] for f in manifest["files"])], ["validation-workbench/bundle/1", *sorted(found - {"manifest.json"})]
    check(given == known, "manifest: not of this format, or does not list the files here")
    for path, length, sha256 in ((file["path"], file["length"], file["sha256"]) for file in manifest["files"]):
        data, files[path] = read(path) if FILES.fullmatch(path) else check(False, f"{path!r} does not belong into a bundle"), (length, bytes.fromhex(sha256))
        check(files[path] == (len(data), sha(data)), f"{path}: not the bytes that the manifest names")
    own, hashes, data, at = read("vkey.txt").decode("utf-8").rstrip("\n"), read("hashes.bin"), read("records.bin"), 0
    (log, size, root), stamps = read_checkpoint(read("checkpoint"), own), 0
    leaves = [bytes(32)] + [hashes[i:i + 32] for i in range(0, len(hashes), 32)]  # by sequence; what stands before the first record is zeros
    check(len(hashes) == 32 * size and head(hashes)[1] == root.hex(), "hashes.bin: not the leaf hashes of the tree that the checkpoint signs")
    while at < len(data):
        start, at, place = at + 4, at + 4 + int.from_bytes(data[at:at + 4], "big"), f"records.bin, the record at byte {at}"
        try:
            r = read_record(data[start:at] if at <= len(data) else b"")
            place = f"record {r['seq']} ({r['action']})"
            check(r["seq"] <= size and r["log"].hex() == log and leaves[r["seq"]] == sha(b"\0", data[start:at]), "it is not the leaf of its sequence")
            placed = (last["seq"] < r["seq"] and last["at"] <= r["at"]) if last else (r["seq"], r["action"]) == (1, "log-created")
            check(placed and leaves[r["seq"] - 1] == r["previous"], "out of order, time runs backwards, or its previous hash is not the leaf before it")
            for k in [read_json(r["after"])] if r["action"] in ("log-created", "key-rotated") else []:
                if last: check_signature(read_key(signer)[2], unbase64(k["signature"]), f"validation-workbench/{log}/next-key\n{k['vkey']}\n".encode())
                if r["seq"] < size or not last: signer = k["vkey"]
            check((r["type"], r["run"]) == ("log", "") or r["run"] == manifest["runId"] != "", "neither of this run nor of the log's setup")
            if r["run"]: check_run(r, run)
        except FAULTS as error: raise ValueError(f"{place}: {error if isinstance(error, (ValueError, OSError)) else repr(error)}") from error
        documents, last, stamps = r["attached"] if r["action"] == "documents-issued" else documents, r, stamps + (r["action"] == "timestamped")
        for _, *piece in r["attached"] if r["action"] != "documents-issued" else []: want.setdefault("evidence/" + piece[1].hex(), set()).add(tuple(piece))
    check(last and "config" in run and signer == own == (vkey or own), "vkey.txt: not the key named by the records, or not the one given; or no run")
    for name, *piece in documents: want.setdefault("documents/" + name, set()).add(tuple(piece))
    odd, done = [path for path in sorted({*want, *files}) if "/" in path and want.get(path) != {files.get(path)}], [*run["done"].values()]
    check(not odd, f"{', '.join(odd[:3])}: not what the records name as evidence, or as documents issued last")
    told = f"trials planned, answered, without answer: {(run['planned'], sum(done), done.count(False))}" + ("" if vkey else f"; its own key: {own}")
    return f"run {manifest['runId']} in log {log} of {size} records; {told}" + (f"; time stamps (not checked here): {stamps}" if stamps else "")
def check_proof(path, vkey):
    m = PROOF.fullmatch(path.read_bytes()) or check(False, "proof: not a c2sp.org/tlog-proof@v1 with the record as extra")
    (log, size, root), data, index = read_checkpoint(m[4], vkey), unbase64(m[1].decode()), int(m[2])
    fn, sn, node, r = index, size - 1, sha(b"\0", data), read_record(data)
    check(index < size and r["seq"] == index + 1 and r["log"].hex() == log, "proof: the record is not the one at this index of this log")
    for step in [unbase64(line) for line in m[3].decode().split("\n")[:-1]]:
        check(len(step) == 32 and sn > 0, "proof: too long, or a line is no hash")
        node = sha(b"\1", step, node) if fn & 1 or fn == sn else sha(b"\1", node, step)
        while fn == sn and not fn & 1 and fn: fn, sn = fn >> 1, sn >> 1
        fn, sn = fn >> 1, sn >> 1
    check(sn == 0 and node == root, "proof: does not lead to the root of the checkpoint")
    return f"record {r['seq']} of log {log} ({r['action']} {r['type']} {r['entity']} by {r['actor']}) is in the tree of {size} records"

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=pathlib.Path, help="folder of a bundle")
    parser.add_argument("--proof", type=pathlib.Path, help="file of a proof, in place of a bundle")
    parser.add_argument("--vkey", help="the log's public key, as somebody you trust gave it to you; needed for a proof")
    folder, proof, vkey = vars(parser.parse_args()).values()
    if (folder is None) == (proof is None) or (proof and not vkey): parser.error("name a bundle, or a proof together with --vkey")
    try: print("PASS:" if vkey else "INTERNALLY CONSISTENT ONLY:", check_proof(proof, vkey) if proof else check_bundle(folder, vkey))
    except FAULTS as error: sys.exit(print(f"FAIL: {error if isinstance(error, (ValueError, OSError)) else repr(error)}", file=sys.stderr) or 3)
