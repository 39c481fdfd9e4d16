// The npm scripts that are TypeScript: `node scripts/run.mjs PROGRAM.ts [options]`. npm puts `node_modules/.bin` first on the
// search path, so `node` is this program's own Node 24 once it is installed; before, any Node can read this file and say so.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arePackagesThere, beginWithStart } from './prepare/npm-packages.mjs';

const scripts = dirname(fileURLToPath(import.meta.url));
const [program, ...rest] = process.argv.slice(2);

if (arePackagesThere(join(scripts, '..'))) {
  const file = join(scripts, program);
  process.argv = [process.execPath, file, ...rest];
  try {
    await import(file);
  } catch (failure) {
    if (failure.code !== 'ERR_MODULE_NOT_FOUND') throw failure;
    process.stderr.write(
      `${failure.message}.\nWhere npm lost it: remove node_modules and run "npm start".\n`,
    );
    process.exitCode = 1;
  }
} else {
  process.stderr.write(`${beginWithStart}\n`);
  process.exitCode = 1;
}
