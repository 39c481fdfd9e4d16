import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createNewsBoard, type NewsBoard } from '../../scripts/bench/news-board.ts';
import type { ConversationView, StartedConversation } from '../../appservice/contract/conversation.ts';
import type { FromWorker, ReceivedMessage } from '../../widget/worker-messages.ts';
import type { CallerNews, CallerOrder } from './engine-caller-wire.ts';

/** A caller without a screen: the widget's engine in another process. Every wait has a bound and fails with what was seen. */
export interface EngineCaller {
  /** Everything told so far, oldest first. */
  readonly news: readonly CallerNews[];
  /** Presses the button; resolves with the session, and fails when the service refuses. */
  start(wishes?: Partial<Extract<CallerOrder, { kind: 'start' }>>): Promise<StartedConversation>;
  /** Gives an order without waiting for what comes of it. */
  order(order: CallerOrder): void;
  /** Writes words; no test writes the same twice. */
  say(body: string): void;
  /** The first news, old or new, for which this holds. */
  until<Kind extends CallerNews['kind']>(
    kind: Kind,
    isWanted?: (news: Extract<CallerNews, { kind: Kind }>) => boolean,
    limitMs?: number,
  ): Promise<Extract<CallerNews, { kind: Kind }>>;
  untilPhase(phase: ConversationView['phase'], limitMs?: number): Promise<ConversationView>;
  /** The words went to the homeserver. */
  untilSent(body: string, limitMs?: number): Promise<string>;
  /** The words are kept until they may go. */
  untilHeld(body: string, limitMs?: number): Promise<void>;
  untilHeard(body: string, limitMs?: number): Promise<ReceivedMessage>;
  /** What the crypto worker has told. */
  told(): readonly FromWorker[];
  /** Texts of the counsellor, in the order in which they became readable. */
  heard(): readonly string[];
}

/** A process in which callers live. */
export interface CallersProcess {
  caller(name: string): EngineCaller;
  stop(): Promise<void>;
}

/** Starts a process for callers of the service at this origin, as if they came by a proxy from an address if one is given. */
export function startCallers(origin: string, forwardedFor = ''): CallersProcess {
  const program = join(import.meta.dirname, 'engine-caller-process.ts');
  const child = spawn(process.execPath, [program, origin, forwardedFor], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const books = new Map<string, Book>();
  const bookOf = (name: string): Book => {
    const book = books.get(name) ?? createNewsBoard<CallerNews>(shortly);
    books.set(name, book);
    return book;
  };
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as { caller: string; news: CallerNews };
    bookOf(line.caller).add(line.news);
  });
  return {
    caller: (name) =>
      callerOver(bookOf(name), (order) => {
        child.stdin.write(`${JSON.stringify({ caller: name, order })}\n`);
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.kill('SIGKILL');
      }),
  };
}

type Book = NewsBoard<CallerNews>;

function callerOver(book: Book, order: (order: CallerOrder) => void): EngineCaller {
  const until: EngineCaller['until'] = (kind, isWanted = () => true, limitMs = 30_000) =>
    book.waitFor(kind, isWanted, limitMs);
  const ids = new Map<string, string>();
  const told = (): FromWorker[] => book.all.flatMap((each) => (each.kind === 'worker' ? [each.message] : []));
  return {
    news: book.all,
    order,
    until,
    told,
    start: async (wishes = {}) => {
      order({ kind: 'start', ...defaultWishes(), ...wishes });
      const isAnswer = (news: CallerNews): boolean => news.kind === 'started' || news.kind === 'refused';
      const answer = await book.waitForAny('answer to the start', isAnswer, 60_000);
      if (answer.kind === 'started') return answer.session;
      throw new Error(`no conversation: ${JSON.stringify(answer)}`);
    },
    say: (body) => {
      const id = `words-${ids.size + 1}`;
      ids.set(body, id);
      order({ kind: 'say', id, body });
    },
    untilPhase: async (phase, limitMs) =>
      (await until('view', ({ view }) => view.phase === phase, limitMs)).view,
    untilSent: async (body, limitMs) => {
      const isSent = (message: FromWorker): boolean =>
        message.kind === 'sent' && message.id === ids.get(body);
      const { message } = await until('worker', (news) => isSent(news.message), limitMs);
      return message.kind === 'sent' ? message.eventId : '';
    },
    untilHeld: async (body, limitMs) => {
      const isHeld = (message: FromWorker): boolean =>
        message.kind === 'held' && message.id === ids.get(body);
      await until('worker', (news) => isHeld(news.message), limitMs);
    },
    untilHeard: async (body, limitMs) => {
      const isHeard = ({ message }: { message: FromWorker }): boolean =>
        message.kind === 'message' && message.message.body === body;
      const { message } = await until('worker', isHeard, limitMs);
      if (message.kind !== 'message') throw new Error('not a message');
      return message.message;
    },
    heard: () => told().flatMap((message) => (message.kind === 'message' ? [message.message.body] : [])),
  };
}

function defaultWishes(): Omit<Extract<CallerOrder, { kind: 'start' }>, 'kind'> {
  return {
    requestSecret: randomBytes(32).toString('base64url'),
    province: 'antwerpen',
    nickname: null,
    language: 'nl',
  };
}

function shortly(news: CallerNews): string {
  switch (news.kind) {
    case 'worker':
      return 'code' in news.message ? `${news.message.kind}(${news.message.code})` : news.message.kind;
    case 'view':
      return `view(${news.view.phase})`;
    case 'request':
      return String(news.status);
    case 'refused':
      return `refused(${news.problem})`;
    case 'started':
    case 'lost':
    case 'gone':
      return news.kind;
  }
}
