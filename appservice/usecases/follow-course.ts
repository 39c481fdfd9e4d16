import { connectionAt, toldAgeMs } from '../domain/caller-connection.ts';
import type { CallerConnection, ToldConnection } from '../domain/connection.ts';
import { takeOf, type Conversation } from '../domain/conversation.ts';
import type { CardState } from '../domain/desk-message.ts';
import { dueNote, rhythmAfter, talkedMs } from '../domain/rhythm-notes.ts';
import type { Roster } from '../domain/roster.ts';
import { minuteMs, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordShiftMessages, shiftMessages } from './ask-for-choice.ts';
import { isHeldCardLook, recordHeldCardChange } from './record-cards.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** What following the course of conversations needs. */
export interface FollowCourseDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly roster: Roster;
}

/**
 * Looks at every conversation that somebody has and records what its counsellor is to know now: how the caller is connected
 * (S42), how long they have talked (R15), and what is to be chosen when a shift is over (S40). Each is recorded once, so a sweep that comes late, or twice, is fine. It looks without holding anybody up, and
 * takes its turn only for what is due.
 */
export async function followCourse({ unitOfWork, clock, roster }: FollowCourseDependencies): Promise<void> {
  const scene = { roster, now: clock.now() };
  const due = await unitOfWork.read(async (registers) => {
    const open = await registers.conversations.open();
    const found = await Promise.all(open.map((each) => isDue(registers, scene, each)));
    return open.filter((_, index) => found[index]).map(({ conversationId }) => conversationId);
  });
  if (due.length === 0) return;
  await unitOfWork.run(async (registers) => {
    for (const conversationId of due) {
      const conversation = await registers.conversations.find(conversationId);
      if (conversation !== undefined) await follow(registers, scene, conversation);
    }
  });
}

async function isDue(registers: Registers, scene: Scene, conversation: Conversation): Promise<boolean> {
  const { now } = scene;
  const toldConnection = connectionAt(conversation, now);
  if (toldConnection !== conversation.toldConnection) return true;
  if (dueNote(conversation, now) !== undefined) return true;
  if ((await shiftMessages(registers, scene, conversation)).length > 0) return true;
  const take = takeOf(conversation.phase);
  const look = lookOf(conversation, now);
  if (take === undefined || look === undefined) return false;
  return !(await isHeldCardLook(registers, { conversation, take, change: look.change }));
}

async function follow(registers: Registers, scene: Scene, conversation: Conversation): Promise<void> {
  const told = await recordConnection(registers, conversation, scene.now);
  await recordLook(registers, scene, told);
  await recordNote(registers, told, scene.now);
  await recordShiftMessages(registers, scene, told);
}

/** The conversation as it is with what is told of the caller's connection from now on. */
async function recordConnection(
  registers: Registers,
  conversation: Conversation,
  now: Instant,
): Promise<Conversation> {
  const toldConnection = connectionAt(conversation, now);
  if (toldConnection === conversation.toldConnection) return conversation;
  const told = { ...conversation, toldConnection, rhythm: rhythmAfter(conversation, toldConnection) };
  await registers.conversations.save(told);
  return told;
}

async function recordLook(registers: Registers, scene: Scene, conversation: Conversation): Promise<void> {
  const take = takeOf(conversation.phase);
  const look = lookOf(conversation, scene.now);
  if (take === undefined || look === undefined) return;
  await recordHeldCardChange(registers, { conversation, roster: scene.roster }, { take, ...look });
}

/** How the card is to look, and what names this look; undefined while it says how to get into the room. */
function lookOf(
  { phase, toldConnection }: Conversation,
  now: Instant,
): { readonly state: CardState; readonly change: string } | undefined {
  if ((phase.name !== 'joined' && phase.name !== 'talking') || toldConnection === null) return undefined;
  const connection = connectionOf(toldConnection);
  const age = connection.state === 'away' ? toldAgeMs(connection, now) : 0;
  return {
    state: { name: 'held', talkingSince: phase.name === 'talking' ? phase.since : null, connection },
    change: `${phase.name}:${connection.state}:${String(connection.since)}:${String(age)}`,
  };
}

/** What the counsellor reads of it: not what the caller was told. */
function connectionOf(told: ToldConnection): CallerConnection {
  const { since } = told;
  return told.state === 'away'
    ? { state: 'away', since }
    : { state: 'connected', since, wasAwayMs: told.wasAwayMs };
}

/** A note of the rhythm (R15). Only the question at 60 minutes rings. */
async function recordNote(registers: Registers, conversation: Conversation, now: Instant): Promise<void> {
  const { phase, rhythm, conversationId, caseNumber } = conversation;
  const due = dueNote(conversation, now);
  if (due === undefined || phase.name !== 'talking') return;
  await registers.conversations.save({ ...conversation, rhythm: { ...rhythm, lastNote: due.note } });
  const note = due.forCounsellor;
  if (note === null) return;
  const talkedMinutes = Math.floor(talkedMs(conversation, now) / minuteMs);
  await recordDeskMessage(registers, {
    to: { own: phase.counsellor },
    key: actionKeys.rhythmNote(conversationId, note, phase.since),
    message: { kind: 'course', message: { code: 'rhythm', note, talkedMinutes, caseNumber } },
    conversationId,
    ...(note === 60 ? { mention: phase.counsellor, signs: ['✅', '▶'] as const } : {}),
  });
}
