import { beginConversation } from './begin-conversation.ts';
import type { IntakeEvent } from './frame-event.ts';
import type { IntakeScreen, Screen } from './frame-state.ts';
import { checkIntake, emptyIntake } from './intake.ts';
import { identityHintOf } from './nickname.ts';

type Finished = Extract<IntakeEvent, { kind: 'intake-finished' }>;

/** The questions: all optional, and one press skips them all (R19). */
export function reduceIntake(screen: IntakeScreen, event: IntakeEvent, canEncrypt: boolean): Screen {
  switch (event.kind) {
    case 'intake-left':
      return { name: 'start', problem: null, draft: '' };
    case 'intake-edited':
      return { ...screen, fields: { ...screen.fields, ...event.fields }, stoppedAt: null };
    case 'nickname-left':
      return identityHintOf(screen.fields.nickname) === undefined
        ? screen
        : { ...screen, isNicknameWarned: true };
    case 'intake-finished':
      return finish(screen, event, canEncrypt);
  }
}

/** The gentle warning stands in the way once only: the second press goes on (R18). */
function finish(screen: IntakeScreen, { hasSkipped, requestSecret }: Finished, canEncrypt: boolean): Screen {
  if (hasSkipped) return beginConversation({ intake: emptyIntake, requestSecret, canEncrypt });
  const check = checkIntake(screen.fields);
  if (!check.isValid) return { ...screen, stoppedAt: { field: check.problem } };
  if (identityHintOf(screen.fields.nickname) !== undefined && !screen.isNicknameWarned) {
    return { ...screen, isNicknameWarned: true, stoppedAt: { field: 'nickname' } };
  }
  return beginConversation({ intake: check.intake, requestSecret, canEncrypt });
}
