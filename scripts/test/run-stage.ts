import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { checkout } from '../stack/checkout.ts';
import type { Stage } from './stages.ts';

const tallySchema = z.object({
  passed: z.number().int(),
  failed: z.number().int(),
  /** Names of what was not tried. */
  skipped: z.array(z.string()),
});

/** What a stage counted. */
export type Tally = z.infer<typeof tallySchema>;

const failedTest = 'a test failed';

/** After its tally a stage has this long to end: longer means that a test left something open. */
const lingerMs = 15_000;

/**
 * Runs one stage in a process group of its own, so that its end takes along whatever it started, and reads what it
 * counted. A stage that ends without counting, too late, or badly although every test passed, counts as one failure.
 */
export async function runStage(stage: Stage, onStarted: (child: ChildProcess) => void): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'helpline-tally-'));
  const tallyFile = join(folder, 'tally.json');
  const child = spawn(process.execPath, stage.args, {
    cwd: checkout,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TALLY_FILE: tallyFile },
    detached: true,
  });
  onStarted(child);
  const ending = await ended(child, stage, tallyFile);
  const tally = readTally(tallyFile);
  rmSync(folder, { recursive: true, force: true });
  const isCounted = ending === undefined || (ending === failedTest && (tally?.failed ?? 0) > 0);
  if (tally !== undefined && isCounted) return tally;
  const hasEndedItself = ending === undefined || ending === failedTest;
  const why = tally === undefined && hasEndedItself ? 'it ended before it counted' : ending;
  process.stdout.write(`The stage "${stage.name}" failed: ${why ?? failedTest}.\n`);
  const counted = tally ?? { passed: 0, failed: 0, skipped: [] };
  return { ...counted, failed: counted.failed + 1 };
}

/** Waits for the end of a stage; tells what was wrong with it, undefined when nothing was. */
function ended(child: ChildProcess, stage: Stage, tallyFile: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let reason: string | undefined;
    const endFor = (why: string): void => {
      reason ??= why;
      endGroup(child);
    };
    const limit = setTimeout(() => {
      endFor(`it took longer than ${String(stage.limitMinutes)} minutes`);
    }, stage.limitMinutes * 60_000);
    let countedAtMs: number | undefined;
    const watch = setInterval(() => {
      if (countedAtMs === undefined && existsSync(tallyFile)) countedAtMs = performance.now();
      if (countedAtMs !== undefined && performance.now() - countedAtMs > lingerMs) {
        endFor('a test left something open, so that it did not end');
      }
    }, 500);
    child.once('exit', (code) => {
      clearTimeout(limit);
      clearInterval(watch);
      resolve(reason ?? (code === 0 ? undefined : failedTest));
    });
  });
}

/** Ends a stage and everything in its process group. */
export function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

function readTally(file: string): Tally | undefined {
  if (!existsSync(file)) return undefined;
  return tallySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
