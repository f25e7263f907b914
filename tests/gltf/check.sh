#!/usr/bin/env bash
# Khronos' glTF validator over files: check.sh FOLDER FILE...  The validator is installed into FOLDER once.
# Exits 77 where it cannot be had (no node, no network), so that a test can say that it was skipped.
set -u
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
shift
command -v node > /dev/null && command -v npm > /dev/null || { echo "node or npm is missing"; exit 77; }
mkdir -p "$folder"
(
  flock 9
  cp "$here/package.json" "$here/package-lock.json" "$here/validate.mjs" "$folder/"
  [ -d "$folder/node_modules/gltf-validator" ] ||
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund > npm.log 2>&1)
) 9> "$folder.lock" || { echo "the validator cannot be installed, see $folder/npm.log"; exit 77; }
node "$folder/validate.mjs" "$@"
