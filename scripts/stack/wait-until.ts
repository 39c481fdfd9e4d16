import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type StackProblem, StackError } from './stack-error.ts';
import type { StackProcess } from './processes.ts';

/** What is waited for, and the sentence that tells that it did not come. */
export type Waiting = {
  readonly process: StackProcess;
  readonly problem: StackProblem;
  readonly limitMs: number;
  readonly isReady: () => Promise<boolean>;
};

/**
 * Waits until a program that was just started answers as it should.
 *
 * @throws StackError when it ends instead or takes longer than the limit; both name its log file.
 */
export async function waitUntil(waiting: Waiting): Promise<void> {
  const { process, problem, limitMs } = waiting;
  const deadline = performance.now() + limitMs;
  while (!(await waiting.isReady())) {
    if (process.hasExited()) {
      throw new StackError(
        problem,
        `${process.name} ended while starting (${lastWords(process.logFile)}): ${process.logFile} says more.`,
      );
    }
    if (performance.now() > deadline) {
      throw new StackError(
        problem,
        `${process.name} did not answer within ${limitMs / 1000} seconds: ${process.logFile} may say why.`,
      );
    }
    await pause(20);
  }
}

function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  return lines.at(-1)?.slice(0, 200) ?? '';
}
