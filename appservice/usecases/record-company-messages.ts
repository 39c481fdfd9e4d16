import type { Company, ComingColleague } from '../domain/company.ts';
import type { Conversation } from '../domain/conversation.ts';
import type {
  CompanyCardState,
  CompanyMessage,
  CompanyRefusal,
  NamedColleague,
} from '../domain/desk-messages/company-message.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { UserId } from '../domain/ids.ts';
import { rosterMember, type Roster } from '../domain/roster.ts';
import type { Instant } from '../domain/time.ts';
import { questionSigns } from '../domain/desk-sign.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** Who works here and what time it is. */
export type CompanyScene = { readonly roster: Roster; readonly now: Instant };

/** A card that asks a colleague to come: which, and how it stands. */
export type CompanyCard = {
  readonly conversation: Conversation;
  readonly colleague: UserId;
  readonly askedBy: UserId;
  readonly askedAt: Instant;
  readonly purpose: Extract<CompanyMessage, { code: 'card' }>['purpose'];
};

/** What a colleague is called; their user id when the roster has them no more. */
export function nameOf(roster: Roster, person: UserId): string {
  return rosterMember(roster, person)?.name ?? person;
}

/** A colleague's name, and their team when it is another one than that of whoever reads it. */
export function namedFor(roster: Roster, colleague: UserId, reader: UserId): NamedColleague {
  const teamId = rosterMember(roster, colleague)?.teamId ?? null;
  const isSame = teamId === null || teamId === rosterMember(roster, reader)?.teamId;
  const team = roster.teams.find((each) => each.teamId === teamId)?.name ?? null;
  return { who: nameOf(roster, colleague), team: isSame ? null : team };
}

/** What the desk refuses about company, as it says it. */
export function companyRefusal(refusal: CompanyRefusal): DeskMessage {
  return { kind: 'company', message: { code: 'refusal', refusal } };
}

/** Records the card with ✅ and ❌ that rings for a colleague. */
export async function recordCompanyCard(
  registers: Registers,
  { roster }: CompanyScene,
  card: CompanyCard,
): Promise<void> {
  const { conversationId } = card.conversation;
  const key = keyOf(card);
  const to = { own: card.colleague };
  const message = cardMessage(roster, card, 'open');
  await recordDeskMessage(registers, {
    to,
    key,
    message,
    conversationId,
    mention: card.colleague,
    signs: questionSigns,
  });
}

/** Records how such a card stands now. */
export async function recordCompanyCardChange(
  registers: Registers,
  { roster }: CompanyScene,
  { card, state }: { readonly card: CompanyCard; readonly state: CompanyCardState },
): Promise<void> {
  const of = keyOf(card);
  await registers.actions.enqueue({
    key: actionKeys.edit(of, state),
    lane: actionLanes.desk({ own: card.colleague }),
    conversationId: card.conversation.conversationId,
    action: { kind: 'desk-edit', of, message: cardMessage(roster, card, state) },
  });
}

/** The card of a colleague who is on their way. */
export function cardOfComing(conversation: Conversation, coming: ComingColleague): CompanyCard {
  const { colleague, askedBy, askedAt, purpose } = coming;
  return { conversation, colleague, askedBy, askedAt, purpose };
}

/** The card of a coordinator who is called for help. */
export function cardOfHelpCall(
  conversation: Conversation,
  helpCall: NonNullable<Company['helpCall']>,
  colleague: UserId,
): CompanyCard {
  const { askedBy, askedAt } = helpCall;
  return { conversation, colleague, askedBy, askedAt, purpose: 'help' };
}

/** Records what somebody is told at their own desk about company; once for each state of the conversation. */
export async function recordCompanyNews(
  registers: Registers,
  conversation: Conversation,
  news: { readonly to: UserId; readonly message: CompanyMessage; readonly isRinging?: boolean },
): Promise<void> {
  const { conversationId } = conversation;
  const version = await registers.conversations.version(conversationId);
  await recordDeskMessage(registers, {
    to: { own: news.to },
    key: actionKeys.change(conversationId, `${news.message.code}:${news.to}`, version),
    message: { kind: 'company', message: news.message },
    conversationId,
    ...(news.isRinging === true ? { mention: news.to } : {}),
  });
}

function keyOf({ conversation, colleague, askedAt }: CompanyCard): string {
  return actionKeys.companyCard(conversation.conversationId, colleague, askedAt);
}

function cardMessage(roster: Roster, card: CompanyCard, state: CompanyCardState): DeskMessage {
  const { caseNumber, province } = card.conversation;
  const from = nameOf(roster, card.askedBy);
  return {
    kind: 'company',
    message: { code: 'card', caseNumber, from, purpose: card.purpose, province, state },
  };
}
