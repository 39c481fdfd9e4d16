/**
 * `npm test` under Node 24, after `scripts/test.mjs` has prepared everything: one stage after the other, each under a
 * time limit, and as the last line what all of them counted. Names of stages as arguments run only those.
 */
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../stack/checkout.ts';
import { StackError } from '../stack/stack-error.ts';
import { buildWidget } from '../stack/widget-build.ts';
import { endGroup, runStage, type Tally } from './run-stage.ts';
import { stages } from './stages.ts';

const named = process.argv.slice(2);
const unknown = named.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  const names = stages.map((stage) => stage.name).join(', ');
  process.stderr.write(`There is no stage "${unknown.join('", "')}": the stages are ${names}.\n`);
  process.exit(1);
}
const wanted = stages.filter((stage) => named.length === 0 || named.includes(stage.name));

let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (running !== undefined) endGroup(running);
    process.exit(1);
  });
}

const tallies: Tally[] = [];
if (wanted.some((stage) => stage.needsWidget)) await prepareWidget();
for (const stage of wanted) {
  const beganAt = performance.now();
  process.stdout.write(`\n── ${stage.name}\n`);
  tallies.push(
    await runStage(stage, (child) => {
      running = child;
    }),
  );
  process.stdout.write(`── ${stage.name}: ${((performance.now() - beganAt) / 1000).toFixed(1)} s\n`);
}
report();

async function prepareWidget(): Promise<void> {
  try {
    await buildWidget(join(checkout, '.data/logs'));
  } catch (failure) {
    if (!(failure instanceof StackError)) throw failure;
    process.stdout.write(`${failure.message}\n`);
    tallies.push({ passed: 0, failed: 1, skipped: [] });
  }
}

function report(): void {
  const skipped = tallies.flatMap((tally) => tally.skipped);
  const sum = (key: 'failed' | 'passed'): number => tallies.reduce((total, tally) => total + tally[key], 0);
  const failed = sum('failed');
  process.stdout.write('\n');
  for (const name of skipped) process.stdout.write(`skipped: ${name}\n`);
  const skippedWords = skipped.length === 0 ? '' : `, ${String(skipped.length)} skipped`;
  process.stdout.write(`${String(sum('passed'))} passed, ${String(failed)} failed${skippedWords}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
