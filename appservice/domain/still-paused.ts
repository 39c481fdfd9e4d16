import type { CounsellorDuty } from './duty.ts';
import type { Schedule } from './opening-hours.ts';
import { rosterMember } from './roster.ts';
import { freeSlots, onDuty, type SlotFacts } from './slots.ts';
import { minuteMs, type Instant } from './time.ts';

/** Whoever missed a ring is left in peace so long before they are asked whether they are back (S43). */
const quietMs = 10 * minuteMs;

/** How a caller is in want of somebody. */
export type Want = 'waits' | 'finds-nobody';

/** Why callers want somebody now: one waits and rings for nobody, or the chat is open with nobody on duty; undefined when neither. */
export function wantOfCallers(facts: SlotFacts, schedule: Schedule): Want | undefined {
  const isWaiting = ({ phase }: SlotFacts['openConversations'][number]) =>
    phase.name === 'waiting' && phase.ring === null;
  if (facts.openConversations.some(isWaiting)) return 'waits';
  return schedule === 'open' && onDuty(facts).length === 0 ? 'finds-nobody' : undefined;
}

/** Who is paused for long enough, and could have a conversation, were they back. Whether it was by a missed ring is not known here. */
export function longPaused(facts: SlotFacts, now: Instant): readonly CounsellorDuty[] {
  return facts.duties.filter((duty) => {
    const member = rosterMember(facts.roster, duty.counsellor);
    const isLong = duty.state === 'paused' && now - duty.since >= quietMs;
    return isLong && member !== undefined && freeSlots(facts.openConversations, member) > 0;
  });
}
