import { coordinatorsToCall } from '../domain/company-rules.ts';
import { callForHelp as called } from '../domain/company-transitions.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CaseNumber } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { findMeant } from './find-meant.ts';
import {
  cardOfHelpCall,
  companyRefusal,
  recordCompanyCard,
  type CompanyScene,
} from './record-company-messages.ts';

/** A counsellor's `!collega`. */
export type HelpCalling = CommandSource & { readonly caseNumber: CaseNumber | null };

/** `!collega`: every coordinator who may come has a card at once; the caller notices nothing until one of them does (S43). */
export async function callForHelp(dependencies: CommandDependencies, calling: HelpCalling): Promise<void> {
  const { clock, roster } = dependencies;
  const { member, eventId } = calling;
  await answerOnce(dependencies, { to: member.userId, eventId }, (registers) =>
    callIn(registers, { roster, now: clock.now() }, calling),
  );
}

async function callIn(
  registers: Registers,
  scene: CompanyScene,
  { member, caseNumber }: HelpCalling,
): Promise<DeskMessage> {
  const { roster, now } = scene;
  const by = { person: member.userId, command: 'collega', caseNumber } as const;
  const own = await findMeant(registers, now, by);
  if (!own.ok) return { kind: 'refusal', refusal: own.problem };
  const conversation = own.value;
  const { caseNumber: number, conversationId, company } = conversation;
  if (company.helpCall !== null) return companyRefusal({ code: 'already-called', caseNumber: number });
  const facts = {
    openConversations: await registers.conversations.open(),
    roster,
    duties: await registers.duties.all(),
  };
  const coordinators = coordinatorsToCall(facts, conversation);
  if (coordinators.length === 0) return companyRefusal({ code: 'nobody-to-call', caseNumber: number });
  const asked = coordinators.map(({ userId }) => userId);
  const result = called(conversation, asked, now);
  const helpCall = result.ok ? result.value.company.helpCall : null;
  if (!result.ok || helpCall === null) return companyRefusal({ code: 'not-in-room', caseNumber: number });
  await registers.conversations.save(result.value);
  for (const coordinator of asked) {
    await recordCompanyCard(registers, scene, cardOfHelpCall(conversation, helpCall, coordinator));
    const entry = { at: now, act: 'colleague-asked', who: member.userId, conversationId } as const;
    await registers.audit.append({ ...entry, subject: coordinator, reason: null });
  }
  const names = coordinators.map(({ name }) => name);
  return { kind: 'company', message: { code: 'help-called', caseNumber: number, names } };
}
