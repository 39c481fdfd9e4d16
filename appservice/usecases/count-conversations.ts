import { counsellorOf } from '../domain/conversation.ts';
import type { Roster } from '../domain/roster.ts';
import { onDuty } from '../domain/slots.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What counting needs. */
export interface CountConversationsDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly roster: Roster;
}

/** What the administrator's monitoring shows: numbers of this moment, no names. */
export type ConversationCounts = {
  readonly conversationsWaiting: number;
  readonly conversationsWithCounsellor: number;
  readonly counsellorsOnDuty: number;
};

/** Counts open conversations and counsellors on duty. */
export async function countConversations({
  unitOfWork,
  roster,
}: CountConversationsDependencies): Promise<ConversationCounts> {
  return await unitOfWork.read(async ({ conversations, duties }) => {
    const open = await conversations.open();
    const held = open.filter(({ phase }) => counsellorOf(phase) !== undefined).length;
    return {
      conversationsWaiting: open.length - held,
      conversationsWithCounsellor: held,
      counsellorsOnDuty: onDuty({ roster, duties: await duties.all() }).length,
    };
  });
}
