import { isLocked, mostWrongWords } from '../domain/code-word.ts';
import { counsellorOf, type Conversation, type EventPlace } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { RecognitionMessage } from '../domain/desk-messages/recognition-message.ts';
import { folded } from '../domain/folded.ts';
import type { NotMeant } from '../domain/meant-conversation.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import type { WordHasher } from '../ports/word-hasher.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { earlierWord } from './earlier-word.ts';
import { findMeant } from './find-meant.ts';

/** What `!codewoord` needs. */
export interface NameCodeWordDependencies extends CommandDependencies {
  readonly wordHasher: WordHasher;
}

type Naming = CommandSource & { readonly codeWord: string; readonly place: EventPlace };

/**
 * `!codewoord`: where an earlier conversation of the same day and nickname has a word, this one is compared with it, three times at
 * the most; else it is agreed on for the conversation (S6). The word is never shown, and the message with it is taken back.
 */
export async function nameCodeWord(dependencies: NameCodeWordDependencies, naming: Naming): Promise<void> {
  const { unitOfWork, clock } = dependencies;
  const { member, eventId, place } = naming;
  const named = await unitOfWork.read((registers) => meantBy(registers, { ...naming, now: clock.now() }));
  const compared = 'problem' in named ? undefined : await compare(dependencies.wordHasher, named);
  await answerOnce(dependencies, { to: member.userId, eventId }, async (registers) => {
    await registers.actions.enqueue({
      key: actionKeys.cause(eventId, 'redaction'),
      lane: actionLanes.redaction(eventId),
      conversationId: null,
      action: { kind: 'redact-command', place },
    });
    if ('problem' in named || compared === undefined)
      return 'problem' in named ? named.problem : asMessage({ code: 'no-word' });
    const message = await recordWord(registers, { ...named, ...compared, naming, now: clock.now() });
    return asMessage(message);
  });
}

function asMessage(message: RecognitionMessage) {
  return { kind: 'recognition', message } as const;
}

type Named = {
  readonly conversation: Conversation;
  readonly word: string;
  /** The hash that the word is compared with; null when it is agreed on. */
  readonly earlier: { readonly hash: string; readonly startedAt: number } | null;
};

/** With several conversations the word comes behind the number of one of them; of one that is over, it is no word of another. */
async function meantBy(
  registers: Registers,
  { member, codeWord, now }: Naming & { readonly now: Instant },
): Promise<Named | { readonly problem: DeskMessage }> {
  const person = member.userId;
  const [first = '', ...more] = codeWord.trim().split(/\s+/u);
  const open = await registers.conversations.open();
  const theirs = [
    ...open.filter(({ phase }) => counsellorOf(phase) === person),
    ...(await registers.departures.of(person)),
  ];
  const caseNumber = theirs.find((each) => each.caseNumber === first && more.length > 0)?.caseNumber ?? null;
  const meant = await findMeant(registers, now, { person, command: 'codewoord', caseNumber });
  if (!meant.ok) return { problem: problemMessage(meant.problem) };
  const conversation = meant.value;
  const word = folded(caseNumber === null ? codeWord : more.join(' '));
  if (word === null) return { problem: asMessage({ code: 'no-word' }) };
  return { conversation, word, earlier: (await earlierWord(registers, conversation)) ?? null };
}

function problemMessage(problem: NotMeant): DeskMessage {
  const hasNone = problem.code === 'no-conversation' && problem.caseNumber === null;
  return hasNone ? asMessage({ code: 'no-word-here' }) : { kind: 'refusal', refusal: problem };
}

type Compared = { readonly isRight: boolean; readonly hash: string };

async function compare(hasher: WordHasher, { word, earlier }: Named): Promise<Compared> {
  if (earlier === null) return { isRight: true, hash: await hasher.hash(word) };
  return { isRight: await hasher.matches(word, earlier.hash), hash: earlier.hash };
}

/** What was read before is looked at again: a conversation that changed hands meanwhile is not theirs any more. */
async function recordWord(
  registers: Registers,
  named: Named & Compared & { readonly naming: Naming; readonly now: number },
): Promise<RecognitionMessage> {
  const { conversation, earlier, isRight, hash, naming, now } = named;
  const { conversationId, caseNumber } = conversation;
  const who = naming.member.userId;
  const current = await registers.conversations.find(conversationId);
  if (current === undefined || counsellorOf(current.phase) !== who) return { code: 'no-word-here' };
  const known = await registers.codeWords.find(conversationId);
  if (earlier !== null && isLocked(known)) return { code: 'word-locked', caseNumber };
  const act = earlier === null ? 'code-word-agreed' : 'code-word-tried';
  await registers.audit.append({ at: now, act, who, conversationId, subject: null, reason: null });
  if (isRight) {
    await registers.codeWords.save(conversationId, { ...known, hash });
    if (earlier === null) return { code: 'word-agreed', caseNumber };
    return { code: 'word-right', caseNumber, startedAt: earlier.startedAt };
  }
  const tried = { ...known, wrongTries: known.wrongTries + 1 };
  await registers.codeWords.save(conversationId, tried);
  return isLocked(tried)
    ? { code: 'word-locked', caseNumber }
    : { code: 'word-wrong', caseNumber, triesLeft: mostWrongWords - tried.wrongTries };
}
