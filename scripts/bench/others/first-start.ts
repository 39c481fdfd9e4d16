import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { freePorts } from '../../stack/ports.ts';
import { checkout } from '../../stack/checkout.ts';
import { BenchError } from '../bench-error.ts';
import type { Benchmark } from '../benchmark.ts';
import { type Figure, figureOf, medianAtMost } from '../figure.ts';
import { nowMs } from '../now.ts';
import { cloneCheckout } from './clone-checkout.ts';

const limitMs = 600_000;
const runSchema = z.object({ pids: z.record(z.string(), z.number()) });

/** How often it is started again. */
const againCount = 3;

/** `npm start` on a fresh clone, with the package caches as this machine has them, and then again. */
export const firstStartBenchmark: Benchmark = {
  name: 'start',
  about: 'npm start on a fresh clone, the first time and again',
  isOnRequest: true,
  run: async (bench) => {
    const clone = cloneCheckout();
    try {
      bench.say('First start of a fresh clone …');
      const [portBase = 0] = await freePorts(10);
      const first = await timeStart(clone.folder, portBase);
      const again: number[] = [];
      for (let count = 0; count < againCount; count += 1) {
        bench.say('Again …');
        again.push(await timeStart(clone.folder, portBase));
      }
      return figuresOf(first, again);
    } finally {
      clone.remove();
    }
  },
};

function figuresOf(first: number, again: readonly number[]): readonly Figure[] {
  return [
    figureOf({ name: 'npm start, first time', unit: 's', limit: medianAtMost(60) }, [first]),
    figureOf({ name: 'npm start, again', unit: 's', limit: medianAtMost(5) }, again),
  ];
}

/** Starts, waits until everything answers, and stops; seconds until it answered. */
async function timeStart(folder: string, portBase: number): Promise<number> {
  const beganAtMs = nowMs();
  const child = spawn('npm', ['start', '--', '--ports', String(portBase)], {
    cwd: folder,
    env: environmentOfTheMachine(),
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const exited = exitOf(child);
  const runFile = join(folder, '.data/run.json');
  try {
    // Written last, when everything answers (design 13).
    while (!existsSync(runFile)) {
      if (child.exitCode !== null) throw new BenchError('start-failed', 'npm start failed on a fresh clone.');
      if (nowMs() - beganAtMs > limitMs)
        throw new BenchError('no-answer', 'npm start does not come to an end.');
      await pause(20);
    }
    return (nowMs() - beganAtMs) / 1_000;
  } finally {
    const pids = pidsIn(runFile);
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await exited;
    while (pids.some((pid) => existsSync(`/proc/${pid}`))) await pause(20); // npm does not wait for them
  }
}

/** What runs, as the run file names it. */
function pidsIn(runFile: string): readonly number[] {
  if (!existsSync(runFile)) return [];
  return Object.values(runSchema.parse(JSON.parse(readFileSync(runFile, 'utf8'))).pids);
}

/** Without what npm adds for the script that runs: a newcomer's terminal has the machine's own Node. */
function environmentOfTheMachine(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((each) => !each.startsWith(checkout));
  return { ...Object.fromEntries(own), PATH: path.join(delimiter) };
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
}
