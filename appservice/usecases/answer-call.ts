import { conversationWithCallFor, isCalled, mayCome } from '../domain/company-rules.ts';
import { announce, answerHelpCall, passHelpCall } from '../domain/company-transitions.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import { isOtherIdentity, pinIdentity, type SeenIdentity } from '../domain/duty.ts';
import type { CaseNumber, ConversationId, EventId, UserId } from '../domain/ids.ts';
import { refusal, type Result } from '../domain/result.ts';
import type { CompanyRefusal } from '../domain/desk-messages/company-message.ts';
import { ringingFor } from '../domain/taking.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { CommandDependencies } from './command-scene.ts';
import { lookUpIdentity, type LookUpIdentityDependencies } from './look-up-identity.ts';
import { recordComing, recordPassed } from './record-coming.ts';
import { companyRefusal, type CompanyScene } from './record-company-messages.ts';
import { recordAnswer } from './record-desk-message.ts';
import { recordSeenIdentity } from './record-identity-change.ts';

/** What answering a call needs. */
export interface AnswerCallDependencies extends CommandDependencies, LookUpIdentityDependencies {}

/** A colleague's yes or no: to the card that was pressed, or by a number, or (null) to what they are asked. */
export type CallAnswer = {
  readonly colleague: UserId;
  readonly eventId: EventId;
  readonly which:
    | { readonly conversationId: ConversationId; readonly cardKey: string }
    | { readonly caseNumber: CaseNumber | null };
  readonly isComing: boolean;
};

/**
 * Answers the question whether a colleague comes into a conversation, by ✅ or ❌, or by `!neem` or `!niet` (R54, S40, S43). False
 * when nobody asked them that: then the command means something else, and the event is not used up. A yes looks their identity up
 * fresh, as taking does; a no holds until they are in the room.
 */
export async function answerCall(dependencies: AnswerCallDependencies, answer: CallAnswer): Promise<boolean> {
  const { unitOfWork, steps, clock, roster } = dependencies;
  const isAsked = await unitOfWork.read(
    async (registers) => (await meantBy(registers, answer)) !== undefined,
  );
  if (!isAsked) return false;
  const identity = answer.isComing ? await lookUpIdentity(dependencies, answer.colleague) : undefined;
  return await steps.step('command.recorded', () =>
    unitOfWork.run(async (registers) => {
      const conversation = await meantBy(registers, answer);
      if (conversation === undefined) return false;
      if (!(await registers.handledEvents.markHandled(answer.eventId))) return true;
      const scene = { roster, now: clock.now() };
      const message = await answerIn(registers, scene, { answer, conversation, identity });
      const { colleague: to, eventId } = answer;
      if (message !== undefined) await recordAnswer(registers, { to, eventId, message });
      return true;
    }),
  );
}

async function meantBy(registers: Registers, answer: CallAnswer): Promise<Conversation | undefined> {
  const { which, colleague, isComing } = answer;
  if ('cardKey' in which) return await registers.conversations.find(which.conversationId);
  const openConversations = await registers.conversations.open();
  const isRung = which.caseNumber === null && ringingFor(openConversations, colleague) !== undefined;
  if (isRung) return undefined;
  const unanswered = openConversations.filter((each) => !isComing || isUnanswered(each, colleague));
  return conversationWithCallFor(unanswered, colleague, which.caseNumber);
}

type Answering = {
  readonly answer: CallAnswer;
  readonly conversation: Conversation;
  readonly identity: SeenIdentity | undefined;
};

/** What they are told in words; undefined where their card says it. */
async function answerIn(
  registers: Registers,
  scene: CompanyScene,
  answering: Answering,
): Promise<DeskMessage | undefined> {
  const { answer, conversation } = answering;
  const { colleague } = answer;
  const { caseNumber } = conversation;
  if (!isStillMeant(answering)) return companyRefusal({ code: 'not-asked-any-more', caseNumber });
  if (!answer.isComing) {
    await passIn(registers, scene, answering);
    return undefined;
  }
  if (!isUnanswered(conversation, colleague)) return undefined;
  const allowed = await mayComeNow(registers, scene, answering);
  if (!allowed.ok) return companyRefusal(allowed.problem);
  const isHelp = conversation.company.coming?.colleague !== colleague;
  const transition = isHelp ? answerHelpCall : announce;
  const announced = transition(conversation, colleague, scene.now);
  if (!announced.ok) return companyRefusal({ code: 'one-at-a-time', caseNumber });
  await registers.conversations.save(announced.value);
  await recordComing(registers, scene, { before: conversation, after: announced.value });
  return undefined;
}

async function passIn(
  registers: Registers,
  scene: CompanyScene,
  { answer, conversation }: Answering,
): Promise<void> {
  const { colleague } = answer;
  const passed = passHelpCall(conversation, colleague);
  const isComing = conversation.company.coming?.colleague === colleague;
  if (!isComing && passed.ok) await registers.conversations.save(passed.value);
  await recordPassed(registers, scene, { conversation, colleague });
}

async function mayComeNow(
  registers: Registers,
  scene: CompanyScene,
  { answer, conversation, identity }: Answering,
): Promise<Result<undefined, CompanyRefusal>> {
  const { colleague, which } = answer;
  const duty = await registers.duties.find(colleague);
  const masterKey = identity?.masterKey ?? null;
  if (identity !== undefined && masterKey !== null) {
    if (duty !== undefined && isOtherIdentity(duty, masterKey)) {
      await recordSeenIdentity(registers, scene, { duty, identity });
      return refusal({ code: 'own-identity' });
    }
    // A first yes that is a command pins, as it is encrypted by whoever gives it; a press never is (design 4, 7).
    if (!('cardKey' in which)) {
      const pinned = pinIdentity(duty, { counsellor: colleague, pin: masterKey, now: scene.now });
      await registers.duties.save(pinned);
    }
  }
  const { coming } = conversation.company;
  const isTakingOver = coming?.colleague === colleague && coming.purpose === 'takes-over';
  const openConversations = await registers.conversations.open();
  const facts = { openConversations, roster: scene.roster, duties: await registers.duties.all() };
  return mayCome(facts, { conversation, colleague, isTakingOver });
}

function isUnanswered({ company }: Conversation, colleague: UserId): boolean {
  const { coming, helpCall } = company;
  const isAsked = coming?.colleague === colleague && coming.stage === 'asked';
  return isAsked || helpCall?.open.includes(colleague) === true;
}

/** Whether the card that was pressed is the one that asks now; an older one asks nothing any more. */
function isStillMeant({ answer, conversation }: Answering): boolean {
  const { which, colleague } = answer;
  if (!isCalled(conversation, colleague)) return false;
  if (!('cardKey' in which)) return true;
  const { coming, helpCall } = conversation.company;
  const asks = [
    ...(coming?.colleague === colleague ? [coming.askedAt] : []),
    ...(helpCall?.open.includes(colleague) === true ? [helpCall.askedAt] : []),
  ];
  return asks.some(
    (askedAt) => actionKeys.companyCard(which.conversationId, colleague, askedAt) === which.cardKey,
  );
}
