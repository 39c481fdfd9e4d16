import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { World } from '../support/world.ts';

/** A line that the process wrote, by its first key. */
type Line = Record<string, unknown>;

/** The Matrix side of the service in a process of its own, on a world. */
export interface MatrixService {
  readonly host: string;
  readonly desk: string;
  /** Everything written so far, oldest first, and what was printed by anybody else. */
  readonly lines: readonly Line[];
  readonly strayOutput: readonly string[];
  call(port: string, name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** The first line, old or new, that is wanted; fails with what was seen. */
  waitFor(what: string, isWanted: (line: Line) => boolean, limitMs?: number): Promise<Line>;
  /** Until the desk is ready. */
  ready(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the process; resolves when its listener is open. */
export async function startMatrixService(world: World): Promise<MatrixService> {
  const program = join(import.meta.dirname, 'matrix-service-process.ts');
  const child = spawn(process.execPath, ['--disable-warning=DEP0060', program, JSON.stringify(world)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: Line[] = [];
  const strayOutput: string[] = [];
  const listeners = new Set<() => void>();
  readLines(child, { lines, strayOutput, listeners });
  child.once('exit', () => {
    lines.push({ ended: true });
    for (const listener of listeners) listener();
  });
  const waitFor = waiting(lines, strayOutput, listeners);
  const started = await waitFor('started', (line) => line['started'] === true, 60_000);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  let nextId = 0;
  return {
    host: String(started['host']),
    desk: String(started['desk']),
    lines,
    strayOutput,
    waitFor,
    call: async (port, name, ...args) => {
      nextId += 1;
      const id = nextId;
      child.stdin.write(`${JSON.stringify({ id, port, call: name, args })}\n`);
      const answer = await waitFor(`${port}.${name}`, (line) => line['answer'] === id, 60_000);
      if (typeof answer['failure'] === 'string') throw failureOf(answer['failure'], answer['code']);
      return answer['value'];
    },
    ready: async () => {
      await waitFor('ready', (line) => line['state'] === 'ready', 60_000);
    },
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
    stop: () => {
      child.stdin.end();
      return ended;
    },
  };
}

/** What a port in the process threw, with the code that it had there. */
class MatrixServiceError extends Error {
  override readonly name = 'MatrixServiceError';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function failureOf(text: string, code: unknown): Error {
  return typeof code === 'string' ? new MatrixServiceError(code) : new Error(text);
}

function readLines(
  child: ChildProcess,
  into: { lines: Line[]; strayOutput: string[]; listeners: Set<() => void> },
): void {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('no output');
  createInterface({ input: stdout }).on('line', (text) => {
    try {
      into.lines.push(JSON.parse(text) as Line);
    } catch {
      into.strayOutput.push(text);
    }
    for (const listener of into.listeners) listener();
  });
  createInterface({ input: stderr }).on('line', (text) => {
    into.strayOutput.push(text);
  });
}

function waiting(
  lines: readonly Line[],
  strayOutput: readonly string[],
  listeners: Set<() => void>,
): MatrixService['waitFor'] {
  return (what, isWanted, limitMs = 30_000) =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(limit);
        listeners.delete(look);
      };
      const look = (): void => {
        const found = lines.find(isWanted);
        const hasEnded = lines.at(-1)?.['ended'] === true;
        if (found === undefined && !hasEnded) return;
        end();
        if (found === undefined) reject(new Error(`no ${what}: the process has ended`));
        else resolve(found);
      };
      const limit = setTimeout(() => {
        end();
        const seen = [...lines.slice(-20).map((line) => JSON.stringify(line).slice(0, 300)), ...strayOutput];
        reject(new Error(`no ${what} in ${limitMs} ms; seen:\n${seen.join('\n')}`));
      }, limitMs);
      listeners.add(look);
      look();
    });
}

/** Asks the homeserver with the application service's own token, past the service; `as` is one of its users. */
export async function askAs(
  world: World,
  as: string,
  request: { readonly method?: 'GET' | 'POST'; readonly path: string; readonly body?: object },
): Promise<unknown> {
  const url = new URL(`/_matrix/client/v3${request.path}`, world.homeserverUrl);
  url.searchParams.set('user_id', as);
  const answer = await fetch(url, {
    method: request.method ?? 'GET',
    headers: { authorization: `Bearer ${world.asToken}`, 'content-type': 'application/json' },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  return answer.json();
}

/** Logs one of the seeded people in, without any crypto; tells the access token. */
export async function accessTokenOf(world: World, name: string): Promise<string> {
  const person = world.people.find((each) => each.name === name);
  const answer = await fetch(`${world.homeserverUrl}/_matrix/client/v3/login`, {
    method: 'POST',
    body: JSON.stringify({
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: person?.userId },
      password: person?.password,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

type PersonRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
};

/** Speaks in the name of the seeded people, without any crypto; each logs in the first time. */
export function speaker(world: World): (person: string, request: PersonRequest) => Promise<unknown> {
  const tokens = new Map<string, Promise<string>>();
  return async (person, { method, path, body = {} }) => {
    const name = world.people.find((each) => each.userId === person)?.name ?? 'nobody';
    const token = tokens.get(person) ?? accessTokenOf(world, name);
    tokens.set(person, token);
    const answer = await fetch(`${world.homeserverUrl}/_matrix/client/v3${path}`, {
      method,
      headers: { authorization: `Bearer ${await token}` },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`the homeserver refused ${path}: ${await answer.text()}`);
    const given: unknown = await answer.json();
    return given;
  };
}
