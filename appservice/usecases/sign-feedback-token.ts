import { acceptedWeeks, mayDrawFeedback, type FeedbackKey } from '../domain/feedback.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { IsoWeek } from '../domain/iso-week.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import type { BlindSigner } from '../ports/blind-signer.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';

/** What signing needs. */
export interface SignFeedbackTokenDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly blindSigner: BlindSigner;
  readonly vault: Pick<Vault, 'hash'>;
}

/** A token that a browser has made up and blinded, to be signed under the key of a week. */
export type TokenDraw = {
  readonly conversationId: ConversationId;
  readonly week: IsoWeek;
  readonly blinded: Uint8Array;
};

/** Why nothing is signed: not now, not a second time, no key of that week, or no value that the key can sign. */
export type DrawRefusal = { readonly code: 'not-now' | 'drawn' | 'unknown-week' | 'unfit' };

/**
 * Signs, once for each conversation with a counsellor, the token by which its caller gives feedback (R37, R38).
 *
 * **Why this joins nothing.** The browser draws a token t of 32 random bytes, and a random number r. What we see is
 * `PSS(t) · r^e mod n`. For every other token t' there is exactly one r' that gives the very same number, so it says nothing about
 * t, to nobody and for ever: not to whoever has the private key, the database and all its backups. The signature comes back on
 * another request without bearer or cookie, with the blinding taken off, and all that it proves is that some conversation of the
 * week was asked. The key is one for all conversations of a week; every browser that shows the form draws, answered or not, so
 * that the draws tell how many were asked, never who answered.
 *
 * **What it does not hold against.** Whoever watches the running service sees that feedback comes from an address a minute after
 * a conversation from there ended; we store and log neither. Whoever *replaces* the service could give one caller a key of their
 * own: the browser asks for it without bearer or cookie, and anybody may compare the published key, but a service that watches
 * addresses live can do it. And in a week with one conversation there is nobody to hide among: whoever counts has to put such
 * weeks together (R38).
 */
export async function signFeedbackToken(
  { unitOfWork, clock, blindSigner, vault }: SignFeedbackTokenDependencies,
  draw: TokenDraw,
): Promise<Result<Uint8Array, DrawRefusal>> {
  const now = clock.now();
  if (!acceptedWeeks(now).includes(draw.week)) return refusal({ code: 'unknown-week' });
  const requestHash = vault.hash(`${draw.week} ${draw.blinded.join()}`);
  return await unitOfWork.run(async (registers) => {
    const conversation = await registers.conversations.find(draw.conversationId);
    if (conversation === undefined || !mayDrawFeedback(conversation.phase, now))
      return refusal({ code: 'not-now' });
    const key = await registers.feedbackTokens.findKey(draw.week);
    if (key === undefined) return refusal({ code: 'unknown-week' });
    return await signOnce(registers, { blindSigner, key, requestHash }, draw);
  });
}

/** What no key can sign is refused before it counts as the one draw of the conversation. */
async function signOnce(
  registers: Registers,
  given: {
    readonly blindSigner: BlindSigner;
    readonly key: FeedbackKey;
    readonly requestHash: string;
  },
  { conversationId, blinded }: TokenDraw,
): Promise<Result<Uint8Array, DrawRefusal>> {
  const { blindSigner, key, requestHash } = given;
  const signature = blindSigner.sign(key.privateKey, blinded);
  if (signature === undefined) return refusal({ code: 'unfit' });
  const isGranted = await registers.feedbackTokens.claimDraw(conversationId, requestHash);
  return isGranted ? success(signature) : refusal({ code: 'drawn' });
}
