import { isIn } from './company-transitions.ts';
import { counsellorOf, type Conversation } from './conversation.ts';
import type { CaseNumber, ConversationId, UserId } from './ids.ts';
import { refusal, success, type Result } from './result.ts';
import { minuteMs, type Instant } from './time.ts';

/** For so long after the end of a conversation, a command without a number may mean that one, and the desk asks. */
export const justEndedMs = 5 * minuteMs;

/** As `justEndedMs`, for whoever read along: they have little to do for it any more. */
const justReadMs = minuteMs;

/** A command that means one conversation of whoever writes it, as it is written. */
export type ConversationCommand =
  | 'einde'
  | 'blokkeer'
  | 'collega'
  | 'overleg'
  | 'geef'
  | 'ip'
  | 'codewoord'
  | 'afronden'
  | 'verder'
  | 'overgenomen';

/** That somebody had a conversation until it ended, or read along in it until then; kept for minutes only. */
export type Departure = {
  readonly conversationId: ConversationId;
  readonly caseNumber: CaseNumber;
  readonly person: UserId;
  readonly wasReading: boolean;
  readonly at: Instant;
};

/** A conversation that somebody had or read a moment ago, as the desk names it. */
export type JustOver = Pick<Departure, 'caseNumber' | 'wasReading'>;

/** Why no conversation is meant: nothing is done, and the way out is the whole command. */
export type NotMeant =
  | {
      readonly code: 'no-conversation';
      readonly command: ConversationCommand;
      /** Null: none was written. */
      readonly caseNumber: CaseNumber | null;
    }
  | {
      readonly code: 'which-conversation';
      readonly command: ConversationCommand;
      /** The colleague who is named in the command; null in one that names nobody. */
      readonly who: string | null;
      readonly running: readonly CaseNumber[];
      readonly over: readonly JustOver[];
    };

/** What a command is looked at with. */
export type MeantFacts = {
  readonly open: readonly Conversation[];
  readonly departures: readonly Departure[];
  readonly now: Instant;
};

/** Who wrote which command, with a number or without. */
export type MeantBy = {
  readonly person: UserId;
  readonly command: ConversationCommand;
  readonly caseNumber: CaseNumber | null;
  readonly who?: string;
};

/**
 * The conversation that a command means: the one of the number if it is theirs, else their only running one. When another one of
 * theirs was over a moment ago the command may be meant for that one, and with several it may be any: the desk asks. A reading is
 * theirs for `!einde` only (R54).
 */
export function meantConversation(facts: MeantFacts, by: MeantBy): Result<Conversation, NotMeant> {
  const running = facts.open.filter((each) => isTheirs(each, by));
  return by.caseNumber === null ? onlyOne(running, justOver(facts, by), by) : theOne(running, by);
}

/** The one of the number, else the only one; what is over is no matter. */
export function theOne(running: readonly Conversation[], by: MeantBy): Result<Conversation, NotMeant> {
  const { caseNumber, command } = by;
  if (caseNumber === null) return onlyOne(running, [], by);
  const numbered = running.find((each) => each.caseNumber === caseNumber);
  return numbered === undefined
    ? refusal({ code: 'no-conversation', command, caseNumber })
    : success(numbered);
}

/** What a command without a number may also mean, because it was over a moment ago. */
export function justOver({ departures, now }: MeantFacts, { person, command }: MeantBy): readonly JustOver[] {
  return departures
    .filter((each) => each.person === person && (command === 'einde' || !each.wasReading))
    .filter(({ at, wasReading }) => now - at < (wasReading ? justReadMs : justEndedMs))
    .map(({ caseNumber, wasReading }) => ({ caseNumber, wasReading }));
}

function isTheirs(conversation: Conversation, { command, person }: MeantBy): boolean {
  return command === 'einde' ? isIn(conversation, person) : counsellorOf(conversation.phase) === person;
}

function onlyOne(
  running: readonly Conversation[],
  over: readonly JustOver[],
  { command, who }: MeantBy,
): Result<Conversation, NotMeant> {
  const [first, ...more] = running;
  if (first === undefined) return refusal({ code: 'no-conversation', command, caseNumber: null });
  if (more.length === 0 && over.length === 0) return success(first);
  const numbers = running.map(({ caseNumber }) => caseNumber);
  return refusal({ code: 'which-conversation', command, who: who ?? null, running: numbers, over });
}
