import { expect, test } from '@jest/globals';
import { afterAbsence } from '../../../appservice/domain/absence.ts';
import type { Conversation } from '../../../appservice/domain/conversation.ts';
import { helplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

test('an absence of the service is held against nobody: neither the caller nor who has taken or joined', async () => {
  const world = await helplineWorld();
  await world.onDuty(people.an);
  const { conversationId } = await world.call();
  const waiting = world.conversation(conversationId);
  await world.press(people.an, '✋');
  const taken: Conversation = { ...world.conversation(conversationId), unsecuredSince: 1 };
  const now = taken.lastContactAt + 3_600_000;
  expect(afterAbsence(taken, now)).toMatchObject({
    lastContactAt: now,
    unsecuredSince: now,
    phase: { name: 'taken', since: now },
  });
  expect(afterAbsence(waiting, now)).toEqual({ ...waiting, lastContactAt: now });
});
