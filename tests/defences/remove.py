#!/usr/bin/env python3
"""Removes each defence of the audit trail in turn, in a copy of the repository, and shows that the test of its attack then fails.

Usage: python3 tests/defences/remove.py [ATTACK ...]        all of them, or those with these numbers (a quarter of an hour for all)
Exit 0: every test fails without its defence. Exit 1: a test passes without it, or the line of a defence is not where it was.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TRAIL = "src/ValidationWorkbench.Core/Verification/TrailVerifier.cs"
CHECKPOINTS = "src/ValidationWorkbench.Core/Verification/CheckpointVerifier.cs"
PACKAGES = "src/ValidationWorkbench/Verification/PackageAudit.cs"
BYTES = "src/ValidationWorkbench.Core/Audit/AuditRecordBytes.cs"
ROOT = ("the root of a checkpoint", CHECKPOINTS, "if (root.AsSpan().SequenceEqual(note.Root))", "if (root.Length > 0)")
SIZE = ("the size of a checkpoint", CHECKPOINTS, "if (Missing++ == 0)", "if (Missing++ == -1)")
HEAD = ("the head in a manifest", PACKAGES, "records != issued.Sequence || hashOf(records) != head || rootAt(records) != root", "records < 0")

# Attack, what is removed, file, line, and what stands there instead.
DEFENCES = [
    (1, "the hash over the bytes", TRAIL, "if (!isHashed)", "if (!isHashed && row.Columns == 0)"),
    (2, "the comparison of the columns", TRAIL, "is var column and >= 0)", "is var column and >= 100)"),
    (3, "the sequence without gaps", TRAIL, "if (found != expected)", "if (found == long.MinValue)"),
    (4, "the link to the record before", TRAIL, "if (!record.PreviousHash.SequenceEqual(previous))", "if (record.PreviousHash.Length == 0)"),
    (5, *ROOT), (6, *ROOT), (7, *SIZE), (8, *SIZE), (9, *SIZE), (10, *ROOT),
    (11, "the end of the last checkpoint", CHECKPOINTS, "if (anchored < trail.Count)", "if (anchored < 0)"),
    (11, "the writer's own end of the log", "src/ValidationWorkbench/Storage/Ledger.cs", "if (!found.IsSameAs(attempted))", "if (found.Sequence < 0)"),
    (12, "the order of times", TRAIL, "if (at < previousAt)", "if (at == long.MinValue)"),
    (13, *ROOT), (13, *HEAD),
    (14, "the one order of all records", "src/ValidationWorkbench/Verification/TableAudit.cs", "(counts.Number(\"aborted\") ?? 0) != run.Finished)", "(counts.Number(\"aborted\") ?? 0) < 0)"),
    (15, "two roots of one size", CHECKPOINTS, "!last.Root.AsSpan().SequenceEqual(note.Root))", "last.Root.Length == 0)"),
    (16, "the log in a record", TRAIL, "if (record.LogId != LogId)", "if (record.LogId == Guid.Empty)"),
    (16, "the log in a checkpoint", CHECKPOINTS, "note.Origin != $\"validation-workbench/{logId:N}\")", "note.Origin.Length == 0)"),
    (17, *HEAD), (17, "the package whose issue is not on record", PACKAGES, "else if (count == 0)", "else if (count < 0)"),
    (18, "the length before a text", BYTES, "        Write(stream, bytes.Length);\n", ""),
    (18, "the mark of an absent text", BYTES, "stream.WriteByte(text is null ? (byte)0 : (byte)1);\n        if (text is not null)\n        {\n            Write(stream, text);\n        }", "Write(stream, text ?? string.Empty);"),
    (18, "strict UTF-8", BYTES, "throwOnInvalidBytes: true", "throwOnInvalidBytes: false"),
]


def main() -> int:
    root = pathlib.Path(__file__).resolve().parents[2]
    wanted = {int(number) for number in sys.argv[1:]} or {defence[0] for defence in DEFENCES}
    trouble = 0
    with tempfile.TemporaryDirectory(prefix="defences-") as place:
        copy = pathlib.Path(place)
        files = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True).stdout
        for name in filter(None, files.decode().split("\0")):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, copy / name)
        assert passes(copy, "AttackTests") is True, "the tests of the attacks must pass with all defences in place"
        for attack, what, name, line, instead in DEFENCES:
            if attack not in wanted:
                continue
            path = copy / name
            text = path.read_text(encoding="utf-8")
            if text.count(line) != 1:
                print(f"attack {attack:2}: {what}: the line is {text.count(line)} times in {name}")
                trouble += 1
                continue
            path.write_text(text.replace(line, instead), encoding="utf-8")
            found = passes(copy, f"Attack_{attack}_")
            path.write_text(text, encoding="utf-8")
            print(f"attack {attack:2} without {what}: " + {True: "THE TEST PASSES", False: "the test fails", None: "DOES NOT BUILD"}[found], flush=True)
            trouble += found is not False
    return 1 if trouble else 0


def passes(copy: pathlib.Path, tests: str) -> bool | None:
    """True where the tests pass, False where one fails, None where nothing was built or no test ran."""
    project = copy / "tests/ValidationWorkbench.Tests"
    build = subprocess.run(["dotnet", "build", "-p:TreatWarningsAsErrors=false", "-v", "q"], cwd=project, capture_output=True, text=True)
    if build.returncode:
        print(build.stdout[-2000:])
        return None
    run = subprocess.run(["dotnet", "test", "--no-build", "--filter", f"FullyQualifiedName~{tests}"], cwd=project, capture_output=True, text=True)
    return None if not re.search(r"(Passed|Failed):\s+[1-9]", run.stdout) else run.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
