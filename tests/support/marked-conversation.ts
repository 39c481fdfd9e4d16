import { hkdfSync } from 'node:crypto';
import type { BrowserContext, Request } from 'playwright-core';
import type { StartedConversation } from '../../appservice/contract/conversation.ts';
import type { Caller } from './caller.ts';
import type { DeskCounsellor } from './caller-counsellor.ts';
import { must } from './parsed.ts';

/** What people give, by what it is; none of it may be found afterwards. */
export const spoken = {
  nickname: 'Zonnekever88',
  'age in the intake': 'Leeftijd: 107 jaar',
  'words of the caller': 'paarse olifant bij het raam 7731',
  'words that the caller has not sent': 'halve zin over een kameel 6614',
  'words of the counsellor': 'rustige giraf aan de telefoon 5520',
} as const;

/** One conversation with all that would give it away. */
export type MarkedConversation = {
  readonly session: StartedConversation;
  readonly roomId: string;
  /** The cookie's value now; another one after each resume. */
  readonly resumeToken: string;
  /** What gives it away, by what it is. */
  readonly needles: Readonly<Record<string, string | Buffer>>;
};

/** Talks until both have said something and half a sentence stands in the field; the chat is open already. */
export async function talkMarked(caller: Caller, lotte: DeskCounsellor): Promise<MarkedConversation> {
  const ringing = lotte.nextCard();
  const starting = caller.page.waitForResponse((response) => isStart(response.request()));
  await caller.start({ nickname: spoken.nickname, age: '107', postcode: '3500' });
  const response = await starting;
  const session = (await response.json()) as StartedConversation;
  const { requestSecret } = response.request().postDataJSON() as { requestSecret: string };
  await caller.write(spoken['words of the caller']);
  const roomId = await lotte.enter(await ringing);
  await lotte.read(roomId, spoken['words of the caller']);
  await lotte.say(roomId, spoken['words of the counsellor']);
  await caller.see(spoken['words of the counsellor']);
  await caller.composer.fill(spoken['words that the caller has not sent']);
  const resumeToken = await resumeTokenIn(caller.context);
  const needles = {
    ...spoken,
    ...secretsOf(session),
    'request secret': requestSecret,
    'resume token': resumeToken,
    room: roomId,
    'account of the caller': session.userId,
    'account of the counsellor': lotte.userId,
  };
  return { session, roomId, resumeToken, needles };
}

/** The bearer, and the keys of the store as they are worked out in the browser (`device-store.ts`). */
function secretsOf({ bearer, storeKey }: StartedConversation): Readonly<Record<string, string | Buffer>> {
  const root = Buffer.from(storeKey, 'base64url');
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `helpline-1712 ${purpose} 1`, 32));
  return {
    bearer,
    'store key': root,
    'key of the crypto store': derived('machine'),
    'key of the waiting words': derived('words'),
  };
}

function isStart(request: Request): boolean {
  return request.method() === 'POST' && request.url().endsWith('/api/conversations');
}

/** The value of the resume cookie; fails when there is none. */
export async function resumeTokenIn(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies();
  return must(cookies.find(({ name }) => name === 'session')?.value, 'the resume cookie');
}
