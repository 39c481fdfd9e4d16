import { noCircumstances } from '../../../appservice/contract/readers.ts';
import type { ConversationScreen } from './frame-state.ts';
import { isIntakeEmpty, type Intake } from './intake.ts';
import { sayInLog, type Log } from './log.ts';

/** A conversation of which nothing is known yet, and in which nothing was said. */
export function emptyConversation(
  given: Pick<ConversationScreen, 'intake' | 'requestSecret'>,
): ConversationScreen {
  return {
    name: 'conversation',
    ...given,
    session: null,
    isResumed: false,
    pageId: '',
    earlier: { state: 'none', count: 0 },
    isKept: true,
    phase: 'preparing',
    takesLong: false,
    counsellor: null,
    circumstances: noCircumstances,
    refusedReader: null,
    security: 'unknown',
    isServiceReachable: true,
    isGatewayReachable: true,
    isCounsellorTyping: false,
    log: [],
    draft: '',
    isTyping: false,
    isConfirmingEnd: false,
    isFileRefused: false,
    written: 0,
  };
}

/**
 * A conversation at the press. Words may be typed at once; nothing of them, nor of the intake, is told to anybody while the
 * encryption is not there, because a browser in which it never comes must have let nothing out (design 5, fail closed).
 */
export function beginConversation(given: {
  readonly intake: Intake;
  readonly requestSecret: string;
  readonly canEncrypt: boolean;
}): ConversationScreen {
  const { intake, requestSecret, canEncrypt } = given;
  const preparing = emptyConversation({ intake, requestSecret });
  return canEncrypt ? beginSearch(preparing) : { ...preparing, log: sayInLog([], 'preparing') };
}

/** The encryption is there: the service is asked for a counsellor from now on. */
export function beginSearch(screen: ConversationScreen): ConversationScreen {
  return { ...screen, phase: 'starting', log: sayWhatIsDone(screen.log, screen.intake) };
}

function sayWhatIsDone(log: Log, intake: Intake): Log {
  const searching = sayInLog(log, 'searching');
  return isIntakeEmpty(intake) ? searching : sayInLog(searching, 'intake-goes-along');
}
