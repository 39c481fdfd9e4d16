import { setTimeout as pause } from 'node:timers/promises';
import type { Counsellor } from './connect.ts';
import { goOn, newTalk, type Heard, type Talk } from './demo-talk.ts';
import { waitUntilEntered } from './desk.ts';
import type { Words } from './events.ts';
import { createTurns, type Turns } from './in-turn.ts';

/** The conversations the demo counsellor is in. */
export interface DemoConversations {
  enter(roomId: string): void;
  hear(words: Words): void;
  leave(roomId: string): void;
}

/** How long a line seems to be typed, milliseconds. */
const typingMs = 1_000;

/**
 * Begins in none. What fails is left: the next message of the caller is answered again. The intake comes within `intakeMs`
 * after the counsellor, or there is none.
 */
export function createDemoConversations(self: Counsellor, intakeMs: number): DemoConversations {
  const conversations = new Map<string, { readonly turns: Turns; talk: Talk }>();
  const goOnWith = (roomId: string, heard: Heard): void => {
    const conversation = conversations.get(roomId);
    conversation?.turns.add(async () => {
      if (conversations.get(roomId) !== conversation) return; // left meanwhile
      const { talk, says } = goOn(conversation.talk, heard);
      conversation.talk = talk;
      for (const line of says) await write(self, roomId, line);
    });
  };
  const enter = (roomId: string): void => {
    if (conversations.has(roomId)) return;
    const turns = createTurns(() => undefined);
    conversations.set(roomId, { turns, talk: newTalk });
    turns.add(() => waitUntilEntered(self.client, roomId));
    setTimeout(() => {
      goOnWith(roomId, { kind: 'silence' });
    }, intakeMs);
  };
  return {
    enter,
    hear: ({ roomId, eventId, body, isAutomatic, edits }) => {
      enter(roomId);
      self.markRead(roomId, eventId).catch(() => undefined); // the next receipt makes good for it
      if (edits === null) goOnWith(roomId, { kind: isAutomatic ? 'automatic' : 'own', body });
    },
    leave: (roomId) => {
      conversations.delete(roomId);
    },
  };
}

async function write(self: Counsellor, roomId: string, line: string): Promise<void> {
  await self.client.sendTyping(roomId, true, 10 * typingMs);
  await pause(typingMs);
  await self.say(roomId, line);
  await self.client.sendTyping(roomId, false, 0);
}
