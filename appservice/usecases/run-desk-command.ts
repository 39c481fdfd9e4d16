import { parseDeskCommand, type DeskCommand } from '../domain/desk-command.ts';
import type { EventId, UserId } from '../domain/ids.ts';
import { rosterMember, type RosterMember } from '../domain/roster.ts';
import { answerOnce } from './answer-once.ts';
import { closeHelpline, type CloseHelplineDependencies } from './close-helpline.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { endOwnConversation, type EndOwnConversationDependencies } from './end-own-conversation.ts';
import { goOnDuty } from './go-on-duty.ts';
import { leaveDuty } from './leave-duty.ts';
import { openHelpline } from './open-helpline.ts';
import { passRing } from './pass-ring.ts';
import { reportFeedback } from './report-feedback.ts';
import { takeConversation, type TakeConversationDependencies } from './take-conversation.ts';
import { tellWhoIsOnDuty } from './tell-who-is-on-duty.ts';

/** What carrying out a command of the desk needs. */
export interface RunDeskCommandDependencies
  extends TakeConversationDependencies, CloseHelplineDependencies, EndOwnConversationDependencies {}

/** Somebody wrote in a desk room, own or team's. */
export type DeskText = { readonly sender: UserId; readonly body: string; readonly eventId: EventId };

/**
 * Carries out what somebody wrote in a desk room (design 7), once for each event. Whatever room it was written in, the
 * answer comes in their own desk room. Small talk (no `!`) gets none.
 */
export async function runDeskCommand(
  dependencies: RunDeskCommandDependencies,
  text: DeskText,
): Promise<void> {
  const { sender, eventId } = text;
  const member = rosterMember(dependencies.roster, sender);
  if (member === undefined) {
    await answerOnce(dependencies, { to: sender, eventId }, () => {
      return { kind: 'refusal', refusal: { code: 'not-in-roster' } };
    });
    return;
  }
  const parsed = parseDeskCommand(text.body);
  if (parsed.ok) await carryOut(dependencies, { command: parsed.value, member, eventId });
  else if (parsed.problem.code !== 'no-command') {
    const { problem } = parsed;
    await answerOnce(dependencies, { to: sender, eventId }, () => ({ kind: 'command-problem', problem }));
  }
}

type GivenCommand = {
  readonly command: DeskCommand;
  readonly member: RosterMember;
  readonly eventId: EventId;
};

async function carryOut(dependencies: RunDeskCommandDependencies, given: GivenCommand): Promise<void> {
  const { command, member, eventId } = given;
  const counsellor = member.userId;
  switch (command.name) {
    case 'on':
      await goOnDuty(dependencies, { member, eventId });
      break;
    case 'off':
    case 'pause':
      await leaveDuty(dependencies, { member, eventId, state: command.name === 'off' ? 'off' : 'paused' });
      break;
    case 'who':
      await tellWhoIsOnDuty(dependencies, { member, eventId });
      break;
    case 'help': {
      const isCoordinator = member.role === 'coordinator';
      await answerOnce(dependencies, { to: counsellor, eventId }, () => ({ kind: 'help', isCoordinator }));
      break;
    }
    case 'take':
      await takeConversation(dependencies, {
        counsellor,
        which: { caseNumber: command.caseNumber },
        eventId,
      });
      break;
    case 'pass':
      await passRing(dependencies, { counsellor, which: { caseNumber: command.caseNumber }, eventId });
      break;
    case 'end':
      await endOwnConversation(dependencies, { member, eventId, caseNumber: command.caseNumber });
      break;
    case 'close':
      await closeHelpline(dependencies, { member, eventId, closing: command });
      break;
    case 'open':
      await openHelpline(dependencies, { member, eventId });
      break;
    case 'confirm':
      await confirmIdentity(dependencies, { member, eventId, who: command.who });
      break;
    case 'transfer':
    case 'consult':
    case 'taken-over':
    case 'backup':
      await notYet(dependencies, given); // company
      break;
    case 'block':
    case 'unblock':
      await notYet(dependencies, given); // blocking
      break;
    case 'address':
    case 'code-word':
      await notYet(dependencies, given); // recognition
      break;
    case 'round-off':
    case 'go-on':
    case 'snippet':
      await notYet(dependencies, given); // course
      break;
    case 'reopen':
    case 'share':
    case 'looked':
      await notYet(dependencies, given); // aftermath
      break;
    case 'register':
    case 'unregistered':
    case 'phone':
    case 'dossier':
      await notYet(dependencies, given); // register
      break;
    case 'state':
    case 'stop-all':
    case 'offboard':
      await notYet(dependencies, given); // coordination
      break;
    case 'feedback':
      await reportFeedback(dependencies, { member, eventId, of: command.of });
      break;
  }
}

async function notYet(dependencies: RunDeskCommandDependencies, given: GivenCommand): Promise<void> {
  const { member, eventId } = given;
  await answerOnce(dependencies, { to: member.userId, eventId }, () => {
    return { kind: 'refusal', refusal: { code: 'fault' } };
  });
}
