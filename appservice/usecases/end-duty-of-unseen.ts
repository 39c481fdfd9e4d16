import { counsellorOf, takeOf } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import { minuteMs, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { StaffPresence } from '../ports/homeserver.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import { recordDutyEnd } from './record-duty-end.ts';

/** What ending the duty of unseen counsellors needs. */
export interface EndDutyOfUnseenDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly eventLog: EventLog;
  readonly presence: StaffPresence;
}

/** No device of a counsellor was seen for this long: off duty (design 7; the homeserver writes it down with a lag). */
const unseenLimitMs = 5 * minuteMs;

/**
 * Ends the duty of counsellors none of whose devices was seen for five minutes (design 7), and who did not come on in the
 * meantime; and has the callers they talk with told so, as long as it lasts (S42). Where that is not known, or cannot be asked,
 * duty stays and nobody is told: a missed ring is the only sign then.
 */
export async function endDutyOfUnseen(dependencies: EndDutyOfUnseenDependencies): Promise<void> {
  const { unitOfWork, clock, eventLog } = dependencies;
  for (const counsellor of await unitOfWork.read(peopleToLookFor)) {
    const unseenMs = await unseenForMs(dependencies, counsellor);
    if (unseenMs === 'not-asked') continue;
    const isUnseen = unseenMs !== undefined && unseenMs >= unseenLimitMs;
    const now = clock.now();
    const hasEnded = await unitOfWork.run(async (registers) => {
      const ended = isUnseen && (await endDuty(registers, counsellor, now));
      await recordCounsellorSeen(registers, { counsellor, isUnseen, now });
      return ended;
    });
    if (hasEnded) eventLog.log({ event: 'duty.changed', code: 'unseen' });
  }
}

/** Everybody on duty or paused, and everybody who has a conversation. */
async function peopleToLookFor({ duties, conversations }: Registers): Promise<readonly UserId[]> {
  const present = (await duties.all()).filter(({ state }) => state !== 'off');
  const holders = (await conversations.open()).flatMap(({ phase }) => counsellorOf(phase) ?? []);
  return [...new Set([...present.map(({ counsellor }) => counsellor), ...holders])];
}

async function endDuty(registers: Registers, counsellor: UserId, now: Instant): Promise<boolean> {
  const duty = await registers.duties.find(counsellor);
  if (duty === undefined || duty.state === 'off' || now - duty.since < unseenLimitMs) return false;
  await recordDutyEnd(registers, duty, { reason: 'unseen', now });
  return true;
}

/** Whoever took a conversation a moment ago was there then, whatever the homeserver has written down yet. */
async function recordCounsellorSeen(
  { conversations }: Registers,
  seen: { readonly counsellor: UserId; readonly isUnseen: boolean; readonly now: Instant },
): Promise<void> {
  for (const conversation of await conversations.open()) {
    const { phase, toldConnection } = conversation;
    const take = takeOf(phase);
    if (take?.counsellor !== seen.counsellor || toldConnection === null) continue;
    const isCounsellorAway = seen.isUnseen && seen.now - take.takenAt >= unseenLimitMs;
    if (isCounsellorAway === toldConnection.isCounsellorAway) continue;
    await conversations.save({ ...conversation, toldConnection: { ...toldConnection, isCounsellorAway } });
  }
}

async function unseenForMs(
  { presence, eventLog }: EndDutyOfUnseenDependencies,
  counsellor: UserId,
): Promise<number | undefined | 'not-asked'> {
  try {
    return await presence.unseenForMs(counsellor);
  } catch (error) {
    if (!isCoded(error)) throw error;
    eventLog.log({ event: 'job.failed', job: 'end-duty-of-unseen', code: failureCode(error) });
    return 'not-asked';
  }
}
