import { hasEnded } from '../../appservice/domain/conversation.ts';
import type { BlindSigner } from '../../appservice/ports/blind-signer.ts';
import type { FeedbackBox } from '../../appservice/ports/feedback-box.ts';
import type { FeedbackTokens } from '../../appservice/ports/feedback-tokens.ts';
import { answer, write, type FeedbackTables, type MemoryDatabase } from './memory-database.ts';

function change(database: MemoryDatabase, tables: Partial<FeedbackTables>): void {
  write(database, { feedback: { ...database.tables.feedback, ...tables } });
}

/** Keys, draws and spent tokens in memory. */
export function memoryFeedbackTokens(database: MemoryDatabase): FeedbackTokens {
  const rows = () => database.tables.feedback;
  return {
    findKey: (week) => answer(() => rows().keys.get(week)),
    addKey: (key) =>
      answer(() => {
        if (!rows().keys.has(key.week)) change(database, { keys: new Map(rows().keys).set(key.week, key) });
      }),
    claimDraw: (conversationId, requestHash) =>
      answer(() => {
        const drawn = rows().draws.get(conversationId);
        if (drawn !== undefined) return drawn === requestHash;
        change(database, { draws: new Map(rows().draws).set(conversationId, requestHash) });
        return true;
      }),
    spend: (week, tokenHash) =>
      answer(() => {
        if (rows().spent.has(tokenHash)) return false;
        change(database, { spent: new Map(rows().spent).set(tokenHash, week) });
        return true;
      }),
    forgetBefore: ({ week, endedAt }) =>
      answer(() => {
        const isOpen = ([conversationId]: readonly [string, string]) => {
          const conversations = [...database.tables.conversations.values()].map((row) => row.conversation);
          const found = conversations.find((each) => each.conversationId === conversationId);
          if (found === undefined) return false;
          return !hasEnded(found) || (found.phase.name === 'ended' && found.phase.at >= endedAt);
        };
        change(database, {
          keys: new Map([...rows().keys].filter(([of]) => of >= week)),
          spent: new Map([...rows().spent].filter(([, of]) => of >= week)),
          draws: new Map([...rows().draws].filter(isOpen)),
        });
      }),
  };
}

/** Feedback in memory; its random order is the reverse. */
export function memoryFeedbackBox(database: MemoryDatabase): FeedbackBox {
  const rows = () => database.tables.feedback;
  return {
    add: (feedback) =>
      answer(() => {
        change(database, { box: [...rows().box, feedback] });
      }),
    all: () => answer(() => rows().box),
    shuffledOn: () => answer(() => rows().shuffledOn),
    shuffle: ({ day, remarksFrom }) =>
      answer(() => {
        const box = rows()
          .box.toReversed()
          .map((each) => (each.week >= remarksFrom ? each : { ...each, remark: null }));
        change(database, { box, shuffledOn: day });
      }),
  };
}

/** What a signature is short of: the private key of the pair, and what it signs. */
const signatureOf = (keyByte: number, token: Uint8Array): Uint8Array =>
  Uint8Array.of(keyByte, ...token.slice().reverse());

/** A signer whose blinding is none: the private key is a byte, and the public key is the same one. */
export function memoryBlindSigner(): BlindSigner {
  let made = 0;
  return {
    createKeys: () =>
      answer(() => {
        made += 1;
        return { publicKey: Uint8Array.of(made), privateKey: Uint8Array.of(made) };
      }),
    sign: (privateKey, blinded) =>
      blinded.length === 32 ? signatureOf(privateKey[0] ?? 0, blinded) : undefined,
    verifies: (publicKey, { token, signature }) =>
      signatureOf(publicKey[0] ?? 0, token).join() === signature.join(),
  };
}
