import { z } from 'zod';
import type { Company } from '../../domain/company.ts';
import type { ToldConnection } from '../../domain/connection.ts';
import { languages, type Conversation, type Phase } from '../../domain/conversation.ts';
import type { Rhythm } from '../../domain/rhythm.ts';
import { provinces } from '../../domain/roster.ts';
import { columns } from './parse-rows.ts';

const { instant, userId } = columns;
const asked = z.array(userId);
const take = { counsellor: userId, takenAt: instant };

const phase: z.ZodType<Phase> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('starting'), since: instant }),
  z.strictObject({
    name: z.literal('waiting'),
    since: instant,
    ring: z.strictObject({ counsellor: userId, since: instant }).nullable(),
    asked,
    teamCardSince: instant.nullable(),
    callerToldAt: instant.nullable(),
  }),
  z.strictObject({ name: z.literal('taken'), ...take, since: instant, asked }),
  z.strictObject({
    name: z.literal('joined'),
    ...take,
    since: instant,
    nudgedAt: instant.nullable(),
    asked,
  }),
  z.strictObject({ name: z.literal('talking'), ...take, since: instant, asked }),
  z.strictObject({
    name: z.literal('ended'),
    by: z.enum(['caller', 'counsellor', 'exit', 'gone', 'failure', 'blocked', 'coordinator']),
    at: instant,
    wasAttended: z.boolean(),
  }),
]);

const company: z.ZodType<Company> = z.strictObject({
  readers: z.array(userId),
  coming: z
    .strictObject({
      colleague: userId,
      askedBy: userId,
      purpose: z.enum(['takes-over', 'reads-along']),
      stage: z.enum(['asked', 'announced', 'sharing']),
      askedAt: instant,
      since: instant,
      isHelp: z.boolean(),
      sharedBy: z.enum(['caller', 'counsellor']),
      invitedAt: instant.nullable(),
    })
    .nullable(),
  successor: userId.nullable(),
  helpCall: z
    .strictObject({ askedBy: userId, askedAt: instant, since: instant, open: z.array(userId) })
    .nullable(),
  refused: z.array(userId),
});

const rhythm: z.ZodType<Rhythm> = z.strictObject({
  pausedMs: z.int(),
  lastNote: z.union([z.literal(45), z.literal(50), z.literal(55), z.literal(60)]).nullable(),
  choice: z.enum(['round-off', 'go-on']).nullable(),
  wentOnAt: instant.nullable(),
});

const toldConnection: z.ZodType<ToldConnection> = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('connected'),
    since: instant,
    wasAwayMs: z.int().nullable(),
    isCounsellorAway: z.boolean(),
  }),
  z.strictObject({ state: z.literal('away'), since: instant, isCounsellorAway: z.boolean() }),
]);

/** The columns of a conversation that the domain knows. */
export const conversationColumns = `conversation_id, case_number, caller, caller_device, room_id, province, language,
  notice_version, created_at, last_contact_at, unsecured_since, phase,
  controller, company, rhythm, told_connection`;

/** A row of those columns. */
export const conversationRow: z.ZodType<Conversation> = z
  .object({
    conversation_id: columns.conversationId,
    case_number: columns.caseNumber,
    caller: userId,
    caller_device: columns.deviceId,
    room_id: columns.roomId.nullable(),
    province: z.enum(provinces).nullable(),
    language: z.enum(languages),
    notice_version: z.string(),
    created_at: instant,
    last_contact_at: instant,
    unsecured_since: instant.nullable(),
    phase,
    controller: columns.teamId.nullable(),
    company,
    rhythm,
    told_connection: toldConnection.nullable(),
  })
  .transform((row) => ({
    conversationId: row.conversation_id,
    caseNumber: row.case_number,
    caller: row.caller,
    callerDevice: row.caller_device,
    roomId: row.room_id,
    province: row.province,
    language: row.language,
    noticeVersion: row.notice_version,
    createdAt: row.created_at,
    lastContactAt: row.last_contact_at,
    unsecuredSince: row.unsecured_since,
    phase: row.phase,
    controller: row.controller,
    company: row.company,
    rhythm: row.rhythm,
    toldConnection: row.told_connection,
  }));

/** A row that carries the phase only. */
export const phaseColumn = phase;

/** A row that carries the company only. */
export const companyColumn = company;
