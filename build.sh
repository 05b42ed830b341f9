#!/usr/bin/env bash
# What CI runs: formatting, build with warnings as errors, all tests. Echoes each step and stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")"
step() { printf '\n> %s\n' "$*"; "$@"; }
step dotnet restore
step dotnet format --verify-no-changes --no-restore
step dotnet build --no-restore
step dotnet test
