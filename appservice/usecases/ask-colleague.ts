import type { CompanyPurpose } from '../domain/company.ts';
import { mayBeAsked } from '../domain/company-rules.ts';
import { askColleague as asked } from '../domain/company-transitions.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CaseNumber } from '../domain/ids.ts';
import { memberCalled } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { findMeant } from './find-meant.ts';
import {
  cardOfComing,
  companyRefusal,
  namedFor,
  recordCompanyCard,
  type CompanyScene,
} from './record-company-messages.ts';

/** A counsellor's `!geef WHO` or `!overleg WHO`. */
export type ColleagueAsking = CommandSource & {
  readonly who: string;
  readonly caseNumber: CaseNumber | null;
  readonly purpose: CompanyPurpose;
};

/** `!geef`, `!overleg`: a colleague of any team gets a card that asks them to come into the counsellor's conversation (R54, S40). */
export async function askColleague(
  dependencies: CommandDependencies,
  asking: ColleagueAsking,
): Promise<void> {
  const { clock, roster } = dependencies;
  const { member, eventId } = asking;
  await answerOnce(dependencies, { to: member.userId, eventId }, (registers) =>
    askIn(registers, { roster, now: clock.now() }, asking),
  );
}

const askingCommands = { 'takes-over': 'geef', 'reads-along': 'overleg' } as const;

async function askIn(
  registers: Registers,
  scene: CompanyScene,
  { member, who, caseNumber, purpose }: ColleagueAsking,
): Promise<DeskMessage> {
  const { roster, now } = scene;
  const by = { person: member.userId, command: askingCommands[purpose], caseNumber, who };
  const own = await findMeant(registers, now, by);
  if (!own.ok) return { kind: 'refusal', refusal: own.problem };
  const colleague = memberCalled(roster, who);
  if (colleague === undefined) return companyRefusal({ code: 'who-is-that', who });
  const facts = {
    openConversations: await registers.conversations.open(),
    roster,
    duties: await registers.duties.all(),
  };
  const conversation = own.value;
  const allowed = mayBeAsked(facts, { conversation, colleague, purpose });
  if (!allowed.ok) return companyRefusal(allowed.problem);
  const { caseNumber: number, conversationId } = conversation;
  const result = asked(conversation, { colleague: colleague.userId, purpose }, now);
  const coming = result.ok ? result.value.company.coming : null;
  if (!result.ok || coming === null) return companyRefusal({ code: 'somebody-coming', caseNumber: number });
  await registers.conversations.save(result.value);
  await recordCompanyCard(registers, scene, cardOfComing(conversation, coming));
  const entry = { at: now, act: 'colleague-asked', who: member.userId, conversationId } as const;
  await registers.audit.append({ ...entry, subject: colleague.userId, reason: null });
  const named = namedFor(roster, colleague.userId, member.userId);
  return { kind: 'company', message: { code: 'asked', caseNumber: number, purpose, ...named } };
}
