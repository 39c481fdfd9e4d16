import type { AuditEntry } from '../../../appservice/domain/audit.ts';
import type { ConversationId, TeamId, UserId } from '../../../appservice/domain/ids.ts';
import type { DeskMessage } from '../../../appservice/domain/desk-message.ts';
import type { AftermathMessage } from '../../../appservice/domain/desk-messages/aftermath-message.ts';
import type { Roster } from '../../../appservice/domain/roster.ts';
import { endReopenings } from '../../../appservice/usecases/end-reopenings.ts';
import { must, teamId } from '../parsed.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from './helpline-world.ts';
import { people, sampleRoster } from './sample-roster.ts';

/** The sample's people, with a second counsellor of Limburg as its coordinator, Chris as Antwerpen's, and Dina as everybody's. */
const roster: Roster = {
  ...sampleRoster,
  members: sampleRoster.members.map((member) =>
    member.userId === people.chris || member.userId === people.bert
      ? { ...member, role: 'coordinator' }
      : member,
  ),
};

/** A helpline whose people's keys are known, in which An, of Limburg, has had conversation 1001, which is over. */
export async function endedWorld() {
  const world = await helplineWorld({ roster });
  for (const colleague of [people.bert, people.chris, people.dina]) await world.command(colleague, '!wie');
  const { conversationId } = await joinedBy(people.an, world);
  setController(world, conversationId, teamId('limburg'));
  const roomId = must(world.conversation(conversationId).roomId, 'a room');
  await world.command(people.an, '!einde');
  const room = must(world.homeserver.rooms.get(roomId), 'the room');
  return {
    ...world,
    conversationId,
    roomId,
    /** How somebody stands to the room now. */
    membership: (who: UserId) => room.members.get(who) ?? 'leave',
    lastChange: (who: UserId) => room.changes.get(who),
    /** What is in the audit log, newest last. */
    audit: (): readonly AuditEntry[] => world.database.tables.audit,
    /** Time goes by in one leap, and the sweep looks. */
    later: async (ms: number) => {
      world.clock.elapse(ms);
      await endReopenings(world);
      await world.settle();
    },
  };
}

/** The team that is responsible for a conversation. */
export function setController(
  { database }: HelplineWorld,
  conversationId: ConversationId,
  controller: TeamId | null,
): void {
  const { conversations } = database.tables;
  const row = must(conversations.get(conversationId), 'the conversation');
  const changed = { ...row, conversation: { ...row.conversation, controller } };
  database.tables = {
    ...database.tables,
    conversations: new Map(conversations).set(conversationId, changed),
  };
}

/** What the desk said about a conversation that is over. */
export function aftermath(said: DeskMessage | undefined): AftermathMessage | undefined {
  return said?.kind === 'aftermath' ? said.message : undefined;
}
