import type { CaseNumber } from '../domain/ids.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { findMeant } from './find-meant.ts';
import { onceFor } from './once-for.ts';
import { recordStopReading } from './record-company-over.ts';
import { recordRefusal } from './record-desk-message.ts';
import { recordEnd } from './record-end.ts';

/** What `!einde` needs. */
export interface EndOwnConversationDependencies extends CommandDependencies {
  readonly eventLog: EventLog;
}

/**
 * `!einde`: the counsellor ends their own conversation, and a colleague who reads along ends their reading (R54); with several and
 * no number the desk asks which (design 7).
 */
export async function endOwnConversation(
  { unitOfWork, clock, steps, roster, eventLog }: EndOwnConversationDependencies,
  ending: CommandSource & { readonly caseNumber: CaseNumber | null },
): Promise<void> {
  const { member, eventId, caseNumber } = ending;
  const hasEnded = await steps.step('end.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const scene = { roster, now: clock.now() };
        const by = { person: member.userId, command: 'einde', caseNumber } as const;
        const meant = await findMeant(registers, scene.now, by);
        if (!meant.ok) {
          await recordRefusal(registers, { to: member.userId, eventId, refusal: meant.problem });
          return false;
        }
        if (meant.value.company.readers.includes(member.userId)) {
          const reading = { conversation: meant.value, reader: member.userId, why: 'stopped' } as const;
          await recordStopReading(registers, scene, reading);
          return false;
        }
        return await recordEnd(registers, scene, { conversation: meant.value, by: 'counsellor' });
      }),
    ),
  );
  if (hasEnded === true) eventLog.log({ event: 'conversation.ended', code: 'counsellor' });
}
