import { z } from 'zod';

const talk = z.object({ order: z.literal('talk'), rounds: z.number(), everyMs: z.number() });

/** What the counsellors' process is asked. */
export const counsellorOrder = z.discriminatedUnion('order', [
  z.object({
    order: z.literal('log-in'),
    homeserver: z.string(),
    people: z.array(z.object({ userId: z.string(), password: z.string() })),
  }),
  talk,
  z.object({ order: z.literal('ask'), times: z.number() }),
]);

/** What the callers' process is asked. */
export const callerOrder = z.discriminatedUnion('order', [
  z.object({ order: z.literal('serve'), origin: z.string() }),
  z.object({ order: z.literal('press'), caller: z.string() }),
  talk,
  z.object({ order: z.literal('end') }),
]);

/** One order for a process with counsellors. */
export type CounsellorOrder = z.infer<typeof counsellorOrder>;

/** One order for a process with callers. */
export type CallerOrder = z.infer<typeof callerOrder>;

const atMs = z.number();
const words = { key: z.string(), atMs };

/** What a process with counsellors tells; instants are of the machine's monotonic clock. */
export const counsellorNews = z.discriminatedUnion('kind', [
  /** Logged in, in the own desk room, and asked to be put on duty. */
  z.object({ kind: z.literal('on-duty'), who: z.string() }),
  /** A card with a hand can be read in the own desk room. */
  z.object({ kind: z.literal('card'), who: z.string(), atMs }),
  /** The reaction that takes it is about to be sent. */
  z.object({ kind: z.literal('took'), who: z.string(), atMs }),
  z.object({ kind: z.literal('invited'), who: z.string(), atMs }),
  z.object({ kind: z.literal('said'), ...words }),
  /** Words of a caller can be read. */
  z.object({ kind: z.literal('heard'), ...words }),
  z.object({ kind: z.literal('unreadable'), who: z.string() }),
  z.object({ kind: z.literal('talked') }),
  /** A command was written at the own desk, and its answer could be read. */
  z.object({ kind: z.literal('command'), tookMs: z.number() }),
  z.object({ kind: z.literal('asked') }),
]);

/** What a process with callers tells. */
export const callerNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('serving') }),
  z.object({ kind: z.literal('pressed'), caller: z.string(), atMs }),
  z.object({ kind: z.literal('answered'), caller: z.string(), status: z.number() }),
  z.object({ kind: z.literal('failed'), caller: z.string(), code: z.string() }),
  z.object({ kind: z.literal('unreadable'), caller: z.string() }),
  /** The browser was told to share what was said with whoever takes over. */
  z.object({ kind: z.literal('to-share'), caller: z.string(), atMs }),
  z.object({ kind: z.literal('said'), ...words }),
  /** Words of a counsellor can be read. */
  z.object({ kind: z.literal('heard'), ...words }),
  z.object({ kind: z.literal('talked') }),
  z.object({ kind: z.literal('ended') }),
]);

/** One piece of news of a process with counsellors. */
export type CounsellorNews = z.infer<typeof counsellorNews>;

/** One piece of news of a process with callers. */
export type CallerNews = z.infer<typeof callerNews>;

/** As long as what people write in a chat: about a hundred characters, with the key by which it is found again. */
export function wordsFor(key: string): string {
  return `[${key}] dit zijn woorden van de meting, ongeveer zo lang als wat mensen in een gesprek schrijven.`;
}

/** The key of what somebody says in a round of the talk. */
export function roundKey(who: string, round: number): string {
  return `${who} / ${round}`;
}

/** Whether a key is of a round that counts: the first one may still make keys. */
export function isCountedKey(key: string): boolean {
  return / \/ [1-9]\d*$/.test(key);
}

/** The key in such words; undefined in any others. */
export function keyOf(body: string): string | undefined {
  return /^\[([^\]]+)\] /.exec(body)?.[1];
}
