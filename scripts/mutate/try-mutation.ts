import { type CheckoutCopy, allTestsConfig, domainTestsConfig } from './checkout-copy.ts';
import type { Mutation } from './mutation.ts';
import { type TestRun, runTests } from './run-tests.ts';

/** What became of one mutation; only `isCaught` is as it must be. */
export type Verdict = { readonly mutation: Mutation; readonly isCaught: boolean; readonly words: string };

/** Takes one rule out of a copy, runs the tests that depend on the file, and puts the rule back. */
export async function tryMutation(copy: CheckoutCopy, mutation: Mutation): Promise<Verdict> {
  const verdict = (isCaught: boolean, words: string): Verdict => ({ mutation, isCaught, words });
  const count = copy.countOf(mutation);
  if (count !== 1) return verdict(false, `the table is stale: its text stands there ${count} times`);
  const run = await runWithout(copy, mutation);
  switch (run.kind) {
    case 'red':
      return verdict(true, `red: ${run.test}`);
    case 'green':
      return verdict(false, `SURVIVED: ${run.tests} tests, none went red`);
    case 'broken':
      return verdict(false, 'the tests could not be run: that proves nothing');
  }
}

/** The domain's own tests are quick and asked first; the use cases' tests only where those notice nothing. */
async function runWithout(copy: CheckoutCopy, mutation: Mutation): Promise<TestRun> {
  const { file } = mutation;
  const own = await runMutated(copy, mutation, domainTestsConfig);
  if (own.kind !== 'green') return own;
  const before = await runTests(copy.folder, { config: allTestsConfig, file });
  return before.kind === 'green' ? runMutated(copy, mutation, allTestsConfig) : own;
}

async function runMutated(copy: CheckoutCopy, mutation: Mutation, config: string): Promise<TestRun> {
  copy.mutate(mutation);
  try {
    return await runTests(copy.folder, { config, file: mutation.file });
  } finally {
    copy.restore(mutation);
  }
}
