import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { World } from '../support/world.ts';

/** A counsellor whose device is not signed, in a process of its own. */
export interface UnsignedCounsellor {
  readonly userId: string;
  /** The first line, old or new, that holds this text. */
  waitFor(text: string): Promise<string>;
  say(body: string): void;
  stop(): Promise<void>;
}

/** Logs one of the seeded people in; resolves after the first sync. */
export async function startUnsigned(world: World, name: string): Promise<UnsignedCounsellor> {
  const person = world.people.find((each) => each.name === name);
  if (person === undefined) throw new Error('nobody of that name');
  const program = join(import.meta.dirname, 'matrix-unsigned-process.ts');
  const child = spawn(process.execPath, [program, world.homeserverUrl, person.userId, person.password], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  const waitFor = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(limit);
        output.off('line', look);
      };
      const look = (): void => {
        const found = lines.find((line) => line.includes(text));
        if (found === undefined) return;
        end();
        resolve(found);
      };
      const limit = setTimeout(() => {
        end();
        reject(new Error(`no "${text}"; seen: ${lines.join(' | ')}`));
      }, 20_000);
      output.on('line', look);
      look();
    });
  await waitFor('started');
  return {
    userId: person.userId,
    waitFor,
    say: (body) => {
      child.stdin.write(`${body}\n`);
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.stdin.end();
      }),
  };
}
