import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Postgres } from '../../appservice/adapters/postgres/postgres.ts';
import type { CounsellorDuty } from '../../appservice/domain/duty.ts';
import type { Roster } from '../../appservice/domain/roster.ts';
import type { UserId } from '../../appservice/domain/ids.ts';
import { takeConversation } from '../../appservice/usecases/take-conversation.ts';
import { conversation, insertIn } from '../ports/register-world.ts';
import { postgresWorld, type PostgresWorld } from '../ports/postgres-world.ts';
import { drivenClock } from '../support/driven-clock.ts';
import { memoryEventLog, memorySteps } from '../support/memory-system.ts';
import { eventId, teamId, userId } from '../support/parsed.ts';

/** Twenty counsellors press for each of fifty conversations: a thousand takes (lessons 1.11). */
const counsellorCount = 20;
const conversationCount = 50;

const people = Array.from({ length: counsellorCount }, (_, index) => userId(`@racer${index}:localhost`));

const roster: Roster = {
  teams: [{ teamId: teamId('limburg'), name: 'Limburg', province: 'limburg' }],
  members: people.map((person, index) => ({
    userId: person,
    name: `Racer ${index}`,
    role: 'counsellor',
    organisation: 'CAW',
    teamId: teamId('limburg'),
    slots: 3,
  })),
};

const onDuty = (counsellor: UserId): CounsellorDuty => ({
  counsellor,
  state: 'on',
  since: 1,
  idleSince: 1,
  pinnedMasterKey: 'key',
  unconfirmedMasterKey: null,
  offboardedAt: null,
});

let world: PostgresWorld;
let processes: readonly Postgres[];

beforeAll(async () => {
  world = await postgresWorld();
  processes = [world.postgres, await world.another()];
}, 90_000);

beforeEach(async () => {
  await world.empty();
  await world.postgres.unitOfWork.run(async (registers) => {
    for (const person of people) await registers.duties.save(onDuty(person));
  });
});

afterAll(async () => {
  await world.stop();
}, 60_000);

/** Everything that a take needs, on one of the two processes. */
const needsOf = (postgres: Postgres) => ({
  unitOfWork: postgres.unitOfWork,
  clock: drivenClock(2_000_000),
  steps: memorySteps(),
  eventLog: memoryEventLog(),
  identities: { look: () => Promise.resolve({ masterKey: 'key', signedDevices: 1, sessionKeys: [] }) },
  roster,
  waitingRoom: { size: 0 },
});

describe('a thousand takes that race in two processes', () => {
  test(
    'give each conversation to exactly one, and tell everybody else',
    async () => {
      let told = 0;
      for (let count = 1; count <= conversationCount; count += 1) {
        const waiting = conversation(count);
        await world.postgres.unitOfWork.run((registers) => insertIn(registers, count, waiting));
        const takes = await Promise.all(
          people.map((counsellor, index) => {
            const postgres = processes[index % processes.length] ?? world.postgres;
            return takeConversation(needsOf(postgres), {
              counsellor,
              which: { conversationId: waiting.conversationId },
              eventId: eventId(`$race-${count}-${index}`),
            });
          }),
        );
        expect(takes.filter((take) => take?.ok === true)).toHaveLength(1);
        told += takes.filter((take) => take?.ok === false && take.problem.code === 'already-taken').length;
        await world.sql.query('DELETE FROM conversations');
      }
      expect(told).toBe(conversationCount * (counsellorCount - 1));
    },
    10 * 60_000,
  );
});
