import type { IntakeEvent } from './frame-event.ts';
import type { ConversationScreen, IntakeScreen, Screen } from './frame-state.ts';
import { checkIntake, emptyIntake, isIntakeEmpty, type Intake } from './intake.ts';
import { sayInLog } from './log.ts';
import { identityHintOf } from './nickname.ts';

/** The questions: all optional, and one press skips them all (R19). */
export function reduceIntake(screen: IntakeScreen, event: IntakeEvent): Screen {
  switch (event.kind) {
    case 'intake-left':
      return { name: 'start', problem: null, draft: '' };
    case 'intake-edited':
      return { ...screen, fields: { ...screen.fields, ...event.fields }, problem: null };
    case 'nickname-left':
      return identityHintOf(screen.fields.nickname) === undefined
        ? screen
        : { ...screen, isNicknameWarned: true };
    case 'intake-finished':
      return event.hasSkipped ? begin(emptyIntake, event.requestSecret) : finish(screen, event.requestSecret);
  }
}

/** The gentle warning stands in the way once only: the second press goes on (R18). */
function finish(screen: IntakeScreen, requestSecret: string): Screen {
  const check = checkIntake(screen.fields);
  if (!check.isValid) return { ...screen, problem: check.problem };
  if (identityHintOf(screen.fields.nickname) !== undefined && !screen.isNicknameWarned) {
    return { ...screen, isNicknameWarned: true };
  }
  return begin(check.intake, requestSecret);
}

function begin(intake: Intake, requestSecret: string): ConversationScreen {
  const searching = sayInLog([], 'searching');
  return {
    name: 'conversation',
    requestSecret,
    intake,
    session: null,
    phase: 'starting',
    takesLong: false,
    counsellor: null,
    security: 'unknown',
    isServiceReachable: true,
    isGatewayReachable: true,
    isCounsellorTyping: false,
    log: isIntakeEmpty(intake) ? searching : sayInLog(searching, 'intake-goes-along'),
    draft: '',
    isTyping: false,
    isConfirmingEnd: false,
    written: 0,
  };
}
