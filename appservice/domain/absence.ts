import type { Company } from './company.ts';
import { awayLimitMs } from './connection.ts';
import type { Conversation, Phase } from './conversation.ts';
import type { Instant } from './time.ts';

/**
 * A conversation as it goes on after the service was away (a restart, a database or homeserver that did not answer): nobody
 * could press, join, speak or give a sign of life meanwhile, so each clock that would be held against somebody begins anew.
 * How long the caller has waited stays as it is; a ring is not prolonged but withdrawn (`resume-after-absence`). Who was away
 * before is not back until they say so (S42).
 */
export function afterAbsence(conversation: Conversation, now: Instant): Conversation {
  const unsecuredSince = conversation.unsecuredSince === null ? null : now;
  return {
    ...conversation,
    lastContactAt: conversation.toldConnection?.state === 'away' ? now - awayLimitMs : now,
    unsecuredSince,
    phase: withFreshClock(conversation.phase, now),
    company: withFreshClocks(conversation.company, now),
  };
}

/** Who was asked, told to share, or invited could not be heard of meanwhile. */
function withFreshClocks(company: Company, now: Instant): Company {
  const { coming, helpCall } = company;
  const invitedAt = coming?.invitedAt == null ? null : now;
  return {
    ...company,
    coming: coming && { ...coming, since: now, invitedAt },
    helpCall: helpCall && { ...helpCall, since: now },
  };
}

function withFreshClock(phase: Phase, now: Instant): Phase {
  switch (phase.name) {
    case 'starting':
    case 'taken':
    case 'joined':
      return { ...phase, since: now };
    case 'waiting':
    case 'talking':
    case 'ended':
      return phase;
  }
}
