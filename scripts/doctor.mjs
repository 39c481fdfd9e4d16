// `npm run doctor`: looks at what `npm start` stands on and says of each thing whether it is well, one sentence each; it changes
// nothing, and runs on any Node with nothing installed. Ends with 1 when something is not well.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireMachine, requireRoom } from './prepare/machine.mjs';
import { arePackagesThere, beginWithStart } from './prepare/npm-packages.mjs';
import { Problem } from './prepare/problem.mjs';
import { findPython } from './prepare/python.mjs';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '..');
let hasTrouble = false;

function say(name, isWell, sentence, lines = []) {
  hasTrouble ||= !isWell;
  const verdict = lines.length > 0 ? 'note' : isWell ? 'ok' : 'WRONG';
  process.stdout.write(`${verdict.padEnd(5)}  ${name}: ${sentence}\n`);
  for (const line of lines) process.stdout.write(`         ${line}\n`);
}

/** What needs nothing installed; each says what is well, or throws a problem. */
const first = {
  machine: () => {
    requireMachine();
    return `Linux with glibc, ${process.arch}, Node ${process.versions.node}.`;
  },
  packages: () => {
    if (!arePackagesThere(checkout)) throw new Problem(beginWithStart);
    return 'installed by npm.';
  },
  Python: () => `${findPython()} will do.`,
  disk: () => {
    requireRoom(checkout, arePackagesThere(checkout) ? 300 : 1_800);
    return 'there is room.';
  },
};

for (const [name, look] of Object.entries(first)) {
  try {
    say(name, true, look());
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    say(name, false, failure.message);
  }
}

if (!hasTrouble) {
  try {
    const { inspections } = await import('./doctor/inspections.ts');
    for (const { name, look } of inspections) {
      const { isWell, sentence, lines } = await look();
      say(name, isWell, sentence, lines);
    }
  } catch (failure) {
    if (failure.code !== 'ERR_MODULE_NOT_FOUND') throw failure;
    say('packages', false, 'some are missing: remove node_modules and run "npm start" again.');
  }
}
process.exitCode = hasTrouble ? 1 : 0;
