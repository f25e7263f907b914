// Khronos' glTF validator over files: node validate.mjs FILE...  Prints errors and warnings and exits 1 on
// any, 2 when a file cannot be read. Hints and information (unused texture coordinates) are left out.
import { readFile } from 'node:fs/promises';
import { argv, exit } from 'node:process';
import validator from 'gltf-validator';

const severities = ['error', 'warning'];
let failed = false;
for (const path of argv.slice(2)) {
  let bytes;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    console.error(`${path}: ${error.message}`);
    exit(2);
  }
  const report = await validator.validateBytes(bytes, { uri: path, maxIssues: 200 });
  for (const { severity, code, message, pointer } of report.issues.messages) {
    if (severity < severities.length) console.log(`${path}: ${severities[severity]}: ${code}: ${message} ${pointer ?? ''}`);
  }
  const { numErrors, numWarnings } = report.issues;
  console.log(`${path}: ${numErrors} errors, ${numWarnings} warnings, ${report.info?.totalTriangleCount ?? 0} triangles`);
  failed ||= numErrors > 0 || numWarnings > 0;
}
exit(failed ? 1 : 0);
