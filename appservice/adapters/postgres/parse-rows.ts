import { z } from 'zod';
import {
  parseCaseNumber,
  parseConversationId,
  parseDeviceId,
  parseEventId,
  parseRoomId,
  parseTeamId,
  parseUserId,
} from '../../domain/ids.ts';
import { PostgresError } from './postgres-error.ts';

/** Parses rows into what the domain knows. Throws `PostgresError` `row-unreadable`. */
export function parseRows<Row>(schema: z.ZodType<Row>, rows: readonly unknown[]): readonly Row[] {
  const parsed = z.array(schema).safeParse(rows);
  if (!parsed.success) throw new PostgresError('row-unreadable', parsed.error);
  return parsed.data;
}

function identifier<Identifier extends string>(parse: (text: string) => Identifier | undefined) {
  return z.string().transform((text, context) => {
    const parsed = parse(text);
    if (parsed !== undefined) return parsed;
    context.addIssue('is not an identifier of this kind');
    return z.NEVER;
  });
}

/** A column of text that holds JSON. */
export const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue('is not JSON');
    return z.NEVER;
  }
});

/** Columns that hold identifiers. */
export const columns = {
  userId: identifier(parseUserId),
  roomId: identifier(parseRoomId),
  eventId: identifier(parseEventId),
  deviceId: identifier(parseDeviceId),
  conversationId: identifier(parseConversationId),
  caseNumber: identifier(parseCaseNumber),
  teamId: identifier(parseTeamId),
  instant: z.int(),
} as const;
