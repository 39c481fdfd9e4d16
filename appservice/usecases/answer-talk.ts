import { isIn } from '../domain/company-transitions.ts';
import type { Conversation, EventPlace } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CaseNumber, UserId } from '../domain/ids.ts';
import { minuteMs, type Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { CommandDependencies } from './command-scene.ts';
import { recordAnswer, recordDeskMessage } from './record-desk-message.ts';

/** After so many minutes somebody is told again that nobody reads what they write at their desk. */
const quietMinutes = 10;

/** Words at the desk that are no command and answer no form. */
export type Talk = {
  readonly sender: UserId;
  readonly place: EventPlace;
  /** The command that they are but for the mark. */
  readonly meant: string | null;
};

/**
 * Answers words without `!` in somebody's own desk room: with several things open they were likely meant for a caller, who waits and
 * reads nothing of them; or they are a command without its mark. The event is not marked as handled, because nothing was done.
 */
export async function answerTalk(
  { steps, unitOfWork, clock }: CommandDependencies,
  talk: Talk,
): Promise<void> {
  const { sender, place, meant } = talk;
  await steps.step('command.recorded', () =>
    unitOfWork.run(async (registers) => {
      if ((await registers.deskRooms.find({ own: sender })) !== place.roomId) return;
      if (await registers.handledEvents.isHandled(place.eventId)) return;
      if (meant === null) await recordOnceInAWhile(registers, sender, clock.now());
      else {
        const message = { kind: 'command-problem', problem: { code: 'no-command', meant } } as const;
        await recordAnswer(registers, { to: sender, eventId: place.eventId, message });
      }
    }),
  );
}

async function recordOnceInAWhile(registers: Registers, to: UserId, now: Instant): Promise<void> {
  const minute = Math.floor(now / minuteMs);
  for (let back = 0; back < quietMinutes; back += 1) {
    if (await registers.actions.isRecorded(actionKeys.talk(to, minute - back))) return;
  }
  const message = await wordsTo(registers, to);
  await recordDeskMessage(registers, { to: { own: to }, key: actionKeys.talk(to, minute), message });
}

async function wordsTo(registers: Registers, who: UserId): Promise<DeskMessage> {
  const caseNumbers = numbersOf(await registers.conversations.open(), who);
  return caseNumbers.length === 0
    ? { kind: 'command-problem', problem: { code: 'no-command', meant: null } }
    : { kind: 'desk-room', message: { code: 'own-desk', caseNumbers } };
}

/** The numbers of the conversations that somebody has, or reads along in. */
export function numbersOf(open: readonly Conversation[], who: UserId): readonly CaseNumber[] {
  return open.filter((each) => isIn(each, who)).map(({ caseNumber }) => caseNumber);
}
