/**
 * `npm run mutate [-- --only FILE]`: takes the rules of the domain out, one at a time and in a copy, and prints which test
 * went red. A rule that no test misses, or a file without a row in the table, is a failure.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckoutCopy, domainTestsConfig, makeCheckoutCopy } from './mutate/checkout-copy.ts';
import { filesWithRules } from './mutate/files-with-rules.ts';
import { MutateError } from './mutate/mutate-error.ts';
import type { Mutation } from './mutate/mutation.ts';
import { mutations } from './mutate/mutations.ts';
import { runTests } from './mutate/run-tests.ts';
import { checkout } from './stack/checkout.ts';
import { tryMutation, type Verdict } from './mutate/try-mutation.ts';

/** As many as run beside each other; each is one process of one thread. */
const copyCount = 2;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = mutations.filter(({ file }) => values.only === undefined || file === values.only);
const copies: CheckoutCopy[] = [];
const removeCopies = (): void => {
  for (const copy of copies) copy.remove();
};
process.on('SIGINT', () => {
  removeCopies();
  process.exit(130);
});

try {
  for (let count = 0; count < copyCount; count += 1) copies.push(makeCheckoutCopy());
  await requireGreenTests(copies);
  const verdicts = await tryAll(copies, chosen);
  const without = values.only === undefined ? filesWithoutMutation() : [];
  for (const file of without) console.log(`${file}: no rule of it is in the table`);
  const passed = verdicts.filter(({ isCaught }) => isCaught).length;
  const failed = verdicts.length - passed + without.length;
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof MutateError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  removeCopies();
}

/** Red tests would make every mutation look caught. */
async function requireGreenTests([copy]: readonly CheckoutCopy[]): Promise<void> {
  if (chosen.length === 0) {
    const files = [...new Set(mutations.map(({ file }) => file))].join(', ');
    throw new MutateError('no-such-mutation', `The table holds no such file. It holds: ${files}.`);
  }
  const run = copy === undefined ? undefined : await runTests(copy.folder, { config: domainTestsConfig });
  if (run?.kind === 'green') return;
  const which = run?.kind === 'red' ? ` (${run.test})` : '';
  throw new MutateError(
    'tests-are-red',
    `The domain's tests are red as they are${which}: mend that first, with npm test.`,
  );
}

async function tryAll(
  copies: readonly CheckoutCopy[],
  all: readonly Mutation[],
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const waiting = [...all];
  const workThrough = async (copy: CheckoutCopy): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const verdict = await tryMutation(copy, next);
      console.log(`${next.file}: without "${next.rule}"\n  ${verdict.words}`);
      verdicts.push(verdict);
    }
  };
  await Promise.all(copies.map(workThrough));
  return verdicts;
}

function filesWithoutMutation(): readonly string[] {
  const inTable = new Set(mutations.map(({ file }) => file));
  return filesWithRules(join(checkout, 'appservice/domain')).filter((file) => !inTable.has(file));
}
