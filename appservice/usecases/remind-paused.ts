import { scheduleAt, type OpeningHours } from '../domain/opening-hours.ts';
import type { Roster } from '../domain/roster.ts';
import { longPaused, wantOfCallers } from '../domain/still-paused.ts';
import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage, type DeskMessageEntry } from './record-desk-message.ts';

/** What reminding needs. */
export interface RemindPausedDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly roster: Roster;
  readonly openingHours: OpeningHours;
}

/**
 * Rings once for who is paused since a ring that they missed, when callers want somebody ten minutes later: they may be back for
 * long, and not know that nothing reaches them. Looks without holding anybody up, and takes its turn only for what is due.
 */
export async function remindPaused(dependencies: RemindPausedDependencies): Promise<void> {
  const { unitOfWork, clock } = dependencies;
  const now = clock.now();
  const due = await unitOfWork.read((registers) => reminders(registers, dependencies, now));
  if (due.length === 0) return;
  await unitOfWork.run(async (registers) => {
    for (const entry of await reminders(registers, dependencies, now)) {
      await recordDeskMessage(registers, entry);
    }
  });
}

async function reminders(
  registers: Registers,
  { roster, openingHours }: RemindPausedDependencies,
  now: Instant,
): Promise<readonly DeskMessageEntry[]> {
  const duties = await registers.duties.all();
  const openConversations = await registers.conversations.open();
  const closure = (await registers.closures.latest()) ?? null;
  const facts = { roster, duties, openConversations };
  const want = wantOfCallers(facts, scheduleAt(openingHours, closure, now));
  if (want === undefined) return [];
  const wanted: DeskMessageEntry[] = [];
  for (const { counsellor, since } of longPaused(facts, now)) {
    const key = actionKeys.duty(counsellor, 'still-paused', since);
    const isByMiss = await registers.actions.isRecorded(actionKeys.duty(counsellor, 'missed-ring', since));
    if (!isByMiss || (await registers.actions.isRecorded(key))) continue;
    const message = { kind: 'still-paused', isSomebodyWaiting: want === 'waits' } as const;
    wanted.push({ to: { own: counsellor }, key, message, mention: counsellor });
  }
  return wanted;
}
