import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createNewsBoard, type NewsBoard } from '../../scripts/bench/news-board.ts';
import type { CounsellorEvent } from '../../scripts/counsellor/events.ts';

/** How a test drives a counsellor (a process of its own); every wait has a bound and fails with what was seen. */
export interface TestCounsellor {
  readonly userId: string;
  readonly recoveryKey: string | null;
  /** Everything noticed so far, oldest first. */
  readonly events: readonly CounsellorEvent[];
  /** The first event, old or new, for which `isWanted` holds. */
  waitFor<Kind extends CounsellorEvent['kind']>(
    kind: Kind,
    isWanted?: (event: Extract<CounsellorEvent, { kind: Kind }>) => boolean,
    limitMs?: number,
  ): Promise<Extract<CounsellorEvent, { kind: Kind }>>;
  call(name: string, ...args: readonly string[]): Promise<unknown>;
  /** Enters every room it is invited to and tells its own desk room. */
  enterDesk(): Promise<string>;
  /** Writes a command at the own desk. */
  command(body: string): Promise<void>;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Logs a counsellor in; resolves when it is ready. */
export async function startCounsellor(login: {
  readonly homeserverUrl: string;
  readonly userId: string;
  readonly password: string;
  readonly recoveryKey?: string | null;
  readonly isUnsigned?: boolean;
}): Promise<TestCounsellor> {
  const program = join(import.meta.dirname, 'counsellor-process.ts');
  const unsigned = login.isUnsigned === true ? 'unsigned' : 'signed';
  const args = [
    program,
    login.homeserverUrl,
    login.userId,
    login.password,
    login.recoveryKey ?? '',
    unsigned,
  ];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const wire = openWire(child);
  const first = (await wire.answer(0)) as { recoveryKey: string | null };
  return counsellorOver(child, wire, { userId: login.userId, recoveryKey: first.recoveryKey });
}

type Answer = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };
type Line = { event?: CounsellorEvent; answer?: number; value?: unknown; failure?: string };
type Wire = {
  readonly board: NewsBoard<CounsellorEvent>;
  answer(id: number): Promise<unknown>;
};

function openWire(child: ChildProcess): Wire {
  const board = createNewsBoard<CounsellorEvent>((event) =>
    event.kind === 'unreadable' ? `unreadable (${event.code})` : event.kind,
  );
  const answers = new Map<number, Answer>();
  if (child.stdout === null) throw new Error('no output');
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (!text.startsWith('{')) return; // a remark of the library, not a line of ours
    const line = JSON.parse(text) as Line;
    if (line.event !== undefined) board.add(line.event);
    if (line.answer === undefined) return;
    const answer = answers.get(line.answer);
    if (line.failure === undefined) answer?.resolve(line.value);
    else answer?.reject(new Error(line.failure));
    answers.delete(line.answer);
  });
  child.once('exit', () => {
    for (const answer of answers.values()) answer.reject(new Error('the counsellor process has ended'));
  });
  return {
    board,
    answer: (id) =>
      new Promise((resolve, reject) => {
        answers.set(id, { resolve, reject });
      }),
  };
}

function counsellorOver(
  child: ChildProcess,
  wire: Wire,
  who: { readonly userId: string; readonly recoveryKey: string | null },
): TestCounsellor {
  let nextId = 1;
  const call = (name: string, ...args: readonly string[]): Promise<unknown> => {
    const id = nextId++;
    const answer = wire.answer(id);
    child.stdin?.write(`${JSON.stringify({ id, call: name, args })}\n`);
    return answer;
  };
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const waitFor: TestCounsellor['waitFor'] = (kind, isWanted = () => true, limitMs = 30_000) =>
    wire.board.waitFor(kind, isWanted, limitMs);
  const enterDesk = async (): Promise<string> => {
    for (;;) {
      // Not a conversation's, which is for who takes it, and may be withdrawn at this very moment.
      for (const roomId of (await call('deskInvitations')) as string[]) await call('join', roomId);
      const own = (await call('ownDeskRoom')) as string | null;
      if (own !== null) return own;
      const seen = wire.board.all.length;
      await wire.board.waitForAny('event', (event) => wire.board.all.indexOf(event) >= seen, 20_000);
    }
  };
  return {
    ...who,
    events: wire.board.all,
    waitFor,
    call,
    enterDesk,
    command: async (body) => {
      await call('say', await enterDesk(), body);
    },
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
    stop: async () => {
      await call('stop').catch(() => undefined);
      child.stdin?.end();
      await ended;
    },
  };
}
