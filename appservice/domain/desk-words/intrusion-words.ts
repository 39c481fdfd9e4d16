import type { IntrusionMessage } from '../desk-messages/intrusion-message.ts';

/** What the desk says when somebody with power over the homeserver meddled with a room of ours. */
export function intrusionWords({ what, where, isCoordinator }: IntrusionMessage): string {
  const place =
    'conversation' in where ? `In gesprek ${where.conversation}` : `In de balie van ${where.desk}`;
  const happened =
    what.code === 'let-in'
      ? `${place} werd ${what.stranger} binnengelaten, en die hoort daar niet. Die is er weer uit.`
      : `${place} werd veranderd wie wat mag. Ik heb het teruggezet.`;
  return isCoordinator
    ? `${happened} Een collega kan dit niet: dit deed iemand die de server beheert. Het staat in het logboek. Bel nu wie de server beheert en vraag wat er gebeurt.`
    : `${happened} Dat deed geen collega. Je coördinator weet het ook. Je kan verder.`;
}
