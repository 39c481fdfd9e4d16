import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createNewsBoard } from '../../scripts/bench/news-board.ts';
import { checkout } from '../../scripts/stack/checkout.ts';
import type { World } from './world.ts';

/** What matrix-nio tells. */
export type NioNews =
  | { readonly kind: 'ready'; readonly deviceId: string }
  | { readonly kind: 'words'; readonly roomId: string; readonly eventId: string; readonly body: string }
  | { readonly kind: 'unreadable'; readonly roomId: string; readonly eventId: string }
  | { readonly kind: 'room-key' | 'entered'; readonly roomId: string };

/** A counsellor's other program, which is not the SDK of Element and whose device is not signed. */
export interface NioCounsellor {
  readonly deviceId: string;
  readonly news: readonly NioNews[];
  /** The first news, old or new, for which this holds; fails with what was seen. */
  until(what: string, isWanted: (news: NioNews) => boolean, limitMs?: number): Promise<NioNews>;
  /** Enters a room that it is invited to. */
  enter(roomId: string): Promise<void>;
  say(roomId: string, body: string): void;
  stop(): Promise<void>;
}

/** Logs one of the seeded people in with matrix-nio, beside whatever else they use. */
export async function startNioCounsellor(world: World, name: string): Promise<NioCounsellor> {
  const person = world.people.find((each) => each.name === name);
  if (person === undefined) throw new Error('nobody of that name');
  const folder = mkdtempSync(join(tmpdir(), 'helpline-nio-'));
  const python = join(checkout, '.data/venv-test/bin/python');
  const program = join(import.meta.dirname, 'nio-counsellor.py');
  const args = [program, world.homeserverUrl, person.userId, person.password, folder];
  const child = spawn(python, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const board = createNewsBoard<NioNews>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    board.add(JSON.parse(line) as NioNews);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
      resolve();
    });
  });
  const until: NioCounsellor['until'] = (what, isWanted, limitMs = 30_000) =>
    board.waitForAny(what, isWanted, limitMs);
  const order = (line: object): void => void child.stdin.write(`${JSON.stringify(line)}\n`);
  const ready = await until('ready', ({ kind }) => kind === 'ready');
  return {
    deviceId: ready.kind === 'ready' ? ready.deviceId : '',
    news: board.all,
    until,
    enter: async (roomId) => {
      order({ roomId });
      await until('entered', (each) => each.kind === 'entered' && each.roomId === roomId);
    },
    say: (roomId, body) => {
      order({ roomId, body });
    },
    stop: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
