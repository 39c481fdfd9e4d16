import { type Abilities, type ConversationParts, createAbilities } from './abilities.ts';
import { readCompany } from './company.ts';
import type { Company } from '../worker-messages.ts';
import type { WaitingMessage } from './waiting-message.ts';
import type { SyncAnswer } from './read-sync.ts';
import { runSyncLoop } from './sync-loop.ts';
import { takeSync } from './take-sync.ts';

/** One running conversation of a started device. */
export interface Conversation {
  /** Who else there is by the newest view. */
  accompany(company: Company): void;
  send(message: WaitingMessage): void;
  typing(isTyping: boolean): void;
  read(eventId: string): void;
  /** Syncs and sends until the signal is aborted or the caller was removed. Rejects as the loops do. */
  run(): Promise<void>;
  /** Forgets everything that was said. */
  forget(): void;
}

/** Makes the conversation of one room; nothing is sent before `run`. */
export function createConversation(parts: ConversationParts): Conversation {
  const abilities = createAbilities(parts);
  const { sender, members, signs } = abilities;
  return {
    accompany(company) {
      accompany(abilities, company);
    },
    send(message) {
      sender.accept(message);
    },
    typing(isTyping) {
      if (members.hasAnybodyJoined()) signs.typing(isTyping);
    },
    read(eventId) {
      signs.read(eventId);
    },
    run: () => runLoops(parts, abilities),
    forget() {
      const { pins, order, timeline, outbox, receiver } = abilities;
      for (const each of [pins, order, timeline, outbox, receiver]) each.clear();
    },
  };
}

/** Whom the keys are not known of, or whose identity is another than before, is asked for first. */
function accompany(abilities: Abilities, company: Company): void {
  const { pins, directory, security, readers, handOver, sender } = abilities;
  const { counsellor, beside, colleague } = readCompany(company);
  const named = counsellor === undefined ? beside : [counsellor, ...beside];
  const was = pins.current();
  for (const person of named) if (!pins.holds(person)) directory.markStale(person.userId);
  pins.set(counsellor, beside);
  if (was?.userId !== counsellor?.userId || was?.masterKey !== counsellor?.masterKey) security.reset();
  readers.expectAll();
  handOver.order(colleague);
  sender.wake();
}

/** The two loops live and end together. */
async function runLoops(parts: ConversationParts, abilities: Abilities): Promise<void> {
  const { gateway, surroundings, over, line, tell, started } = parts;
  const { sender } = abilities;
  const take = createTaking(parts, abilities);
  const sync = runSyncLoop({
    gateway,
    surroundings,
    signal: over.signal,
    line,
    roomId: started.roomId,
    isResumed: parts.isResumed,
    tell,
    take,
    onReconnected() {
      sender.wake();
    },
  });
  const loops = [sync, sender.run()];
  try {
    await Promise.all(loops);
  } finally {
    over.abort();
    await Promise.allSettled(loops);
  }
}

/** The first answer with the room brings, in a resumed conversation, all that an earlier page has left. */
function createTaking(parts: ConversationParts, abilities: Abilities): (answer: SyncAnswer) => Promise<void> {
  let isHistory = parts.isResumed;
  return async (answer) => {
    await takeAnswer(parts, abilities, answer);
    if (!isHistory || !answer.hasRoom) return;
    isHistory = false;
    abilities.receiver.endHistory();
    for (const { id, body, isAutomatic } of parts.earlierWords) {
      if (isAutomatic !== true) parts.tell({ kind: 'waiting', id, body });
    }
    parts.tell({ kind: 'history' });
  };
}

async function takeAnswer(parts: ConversationParts, abilities: Abilities, answer: SyncAnswer): Promise<void> {
  const { requests, over } = parts;
  const { taking, directory, receiver, sender } = abilities;
  await takeSync(taking, answer);
  if (answer.hasLeft) over.abort();
  else if (answer.hasRoom) abilities.handOver.begin();
  await requests.flush().catch(leaveForNextTime);
  if (directory.isStale() || receiver.hasUnread()) sender.wake();
}

/** What the library wants to be sent stays waiting in it; an end of the conversation shows in the loops. */
function leaveForNextTime(): void {
  // Asked again after the next sync.
}
