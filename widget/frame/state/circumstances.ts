import type { ConversationView, PinnedCounsellor } from '../../../appservice/contract/conversation.ts';
import { noCircumstances, type Circumstances } from '../../../appservice/contract/readers.ts';
import type { AutomaticLine } from './log.ts';

export { noCircumstances } from '../../../appservice/contract/readers.ts';

/** Who has the conversation, and all that a view says beside it. */
export type Standing = {
  /** Null while nobody is in the room. */
  readonly counsellor: PinnedCounsellor | null;
  readonly circumstances: Circumstances;
};

/** What a view says beside phase and counsellor, with what it leaves out. */
export function circumstancesOf(view: ConversationView): Circumstances {
  const { readers, announced, handOver, isCounsellorAway, isRoundingOff, place } = {
    ...noCircumstances,
    ...view,
  };
  return { readers, announced, handOver, isCounsellorAway, isRoundingOff, place };
}

/** Who can read now, by what they work for; the counsellor first. Nobody has a name here (R25). */
export function organisationsReading({
  counsellor,
  circumstances,
}: Standing): readonly PinnedCounsellor['organisation'][] {
  return readersOf({ counsellor, circumstances }).map(({ organisation }) => organisation);
}

/** What the caller is told when the circumstances change: who will read and who does, first of all (R25, R15). */
export function linesOfCircumstances(before: Standing, after: Standing): readonly AutomaticLine[] {
  return [
    ...linesOfAnnouncement(before, after),
    ...linesOfTakeOver(before, after),
    ...linesOfReaders(before, after),
    ...linesOfPresence(before, after),
    ...(after.circumstances.isRoundingOff && !before.circumstances.isRoundingOff
      ? (['round-off'] as const)
      : []),
  ];
}

function linesOfAnnouncement(before: Standing, after: Standing): readonly AutomaticLine[] {
  const was = before.circumstances.announced;
  const is = after.circumstances.announced;
  const lines: AutomaticLine[] = [];
  if (was !== null && was.userId !== is?.userId && !canRead(after, was)) lines.push('colleague-stays-away');
  if (is !== null && is.userId !== was?.userId && !canRead(after, is)) {
    lines.push(is.purpose === 'takes-over' ? 'take-over-announced' : 'colleague-announced');
  }
  return lines;
}

/** A conversation that goes from one to the other without a search; after a search somebody new has come (`joined-…`). */
function linesOfTakeOver({ counsellor: was }: Standing, after: Standing): readonly AutomaticLine[] {
  const is = after.counsellor;
  if (was === null || is === null || was.userId === is.userId) return [];
  return [is.organisation === 'VK' ? 'taken-over-vk' : 'taken-over-caw'];
}

function linesOfReaders(before: Standing, after: Standing): readonly AutomaticLine[] {
  const wasBeside = before.circumstances.readers;
  const isBeside = after.circumstances.readers;
  const lines: AutomaticLine[] = [];
  const came = isBeside.filter((each) => !wasBeside.some(isSameAs(each)));
  if (came.some((each) => each.userId !== before.counsellor?.userId)) lines.push('colleague-joined');
  if (came.some((each) => each.userId === before.counsellor?.userId)) lines.push('former-stays');
  if (wasBeside.some((each) => !canRead(after, each))) lines.push('colleague-left');
  return lines;
}

function linesOfPresence(before: Standing, after: Standing): readonly AutomaticLine[] {
  if (after.counsellor === null || after.counsellor.userId !== before.counsellor?.userId) return [];
  const wasAway = before.circumstances.isCounsellorAway;
  const isAway = after.circumstances.isCounsellorAway;
  if (wasAway === isAway) return [];
  return [isAway ? 'counsellor-away' : 'counsellor-back'];
}

function readersOf({ counsellor, circumstances }: Standing): readonly PinnedCounsellor[] {
  const beside = circumstances.readers.filter((each) => each.userId !== counsellor?.userId);
  return counsellor === null ? beside : [counsellor, ...beside];
}

function canRead(standing: Standing, reader: PinnedCounsellor): boolean {
  return readersOf(standing).some(isSameAs(reader));
}

function isSameAs({ userId }: PinnedCounsellor): (other: PinnedCounsellor) => boolean {
  return (other) => other.userId === userId;
}
