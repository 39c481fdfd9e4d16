import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createSteps } from '../../appservice/adapters/system/crash-steps.ts';
import type { CrashPoint } from '../../appservice/ports/steps.ts';
import { memorySteps } from '../support/memory-system.ts';
import { stepsPrograms, type StepsProgram } from './steps-programs.ts';

/** What a program said, and whether it was killed. */
type Outcome = { readonly said: readonly string[]; readonly isKilled: boolean };

/** Runs a program that dies right after a step; null lets it live. */
type Run = (program: StepsProgram, crashAt: CrashPoint | null) => Promise<Outcome>;

const inAProcess: Run = async (program, crashAt) => {
  const file = join(import.meta.dirname, 'steps-process.ts');
  const child = spawn(process.execPath, [file, program, crashAt ?? ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { said: output.split('\n').filter((word) => word !== ''), isKilled: child.signalCode === 'SIGKILL' };
};

const inMemory: Run = async (program, crashAt) => {
  const said: string[] = [];
  const steps = memorySteps();
  const act = () => stepsPrograms[program](steps, (word) => said.push(word));
  const isKilled = crashAt === null ? await act().then(() => false) : await steps.untilCrash(crashAt, act);
  await new Promise(setImmediate); // whatever was under way would have come back by now
  return { said, isKilled };
};

describe.each([
  ['real', inAProcess],
  ['in memory', inMemory],
])('steps, %s,', (_name, run) => {
  test('only run what they are given when no crash is asked for', async () => {
    expect(await run('oneAfterTheOther', null)).toEqual({
      said: [
        'ring.decided',
        'after ring.decided',
        'end.recorded',
        'after end.recorded',
        'action.recorded',
        'after action.recorded',
      ],
      isKilled: false,
    });
  });

  test('end the process right after the named step, and after no other', async () => {
    expect(await run('oneAfterTheOther', 'end.recorded')).toEqual({
      said: ['ring.decided', 'after ring.decided', 'end.recorded'],
      isKilled: true,
    });
  });

  test('let the process live that never comes to the named step', async () => {
    expect(await run('aFailure', 'ring.decided')).toMatchObject({ isKilled: false });
  });

  test('give back the failure of what they run, which is no crash', async () => {
    expect(await run('aFailure', 'end.recorded')).toEqual({
      said: ['TypeError: failed', 'end'],
      isKilled: false,
    });
  });

  test('take along what else was under way, whether it would have worked or failed', async () => {
    expect(await run('besideOthers', 'end.recorded')).toEqual({ said: ['end.recorded'], isKilled: true });
  });
});

describe('the real steps', () => {
  test('refuse a crash point that does not exist', () => {
    expect(() => createSteps('no.such')).toThrow(expect.objectContaining({ code: 'unknown-crash-point' }));
  });
});
