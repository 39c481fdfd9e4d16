import { describe, expect, test } from '@jest/globals';
import { minuteMs, secondMs } from '../../../appservice/domain/time.ts';
import { dispatchRings } from '../../../appservice/usecases/dispatch-rings.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { keepResume } from '../../../appservice/usecases/keep-resume.ts';
import { leaveConversation } from '../../../appservice/usecases/leave-conversation.ts';
import { resumeConversation } from '../../../appservice/usecases/resume-conversation.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { turnResumeKeys } from '../../../appservice/usecases/turn-resume-keys.ts';
import { memoryCallerSessions } from '../../support/memory-registers.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an } = people;
const nothing = { ok: false, problem: { code: 'nothing-to-resume' } };

async function begun() {
  const world = await helplineWorld();
  const started = await joinedBy(an, world);
  await world.say(an, started.roomId);
  return { world, started };
}

function resume(world: HelplineWorld, resumeToken: string, requestSecret = 'secret of the reloaded page') {
  return resumeConversation(world, { resumeToken, requestSecret });
}

async function resumed(world: HelplineWorld, resumeToken: string) {
  const answer = await resume(world, resumeToken);
  if (!answer.ok) throw new Error('refused');
  return answer.value;
}

describe('resuming', () => {
  test('goes on as the same caller with the same store key, and with another bearer and token', async () => {
    const { world, started } = await begun();
    const value = await resumed(world, started.resumeToken);
    const { conversationId, caller, device, roomId, storeKey } = started;
    const same = { conversationId, caller, device, roomId, storeKey };
    expect(value).toEqual({ ...same, bearer: 'bearer-2', resumeToken: 'resume-2' });
  });

  test('leaves the counsellor and the phase as they are', async () => {
    const { world, started } = await begun();
    await resumed(world, started.resumeToken);
    expect(world.conversation(started.conversationId).phase).toMatchObject({
      name: 'talking',
      counsellor: an,
    });
  });

  test('voids the bearer of the page before', async () => {
    const { world, started } = await begun();
    const { bearer } = await resumed(world, started.resumeToken);
    const sessions = memoryCallerSessions(world.database);
    expect(await sessions.find(world.vault.hash(started.bearer))).toBeUndefined();
    expect(await sessions.find(world.vault.hash(bearer))).toBeDefined();
  });

  test('works at 4:59 after the last sign of life and not at 5:00', async () => {
    const { world, started } = await begun();
    const { lastContactAt } = world.conversation(started.conversationId);
    world.clock.set(lastContactAt + 5 * minuteMs - secondMs);
    const { resumeToken } = await resumed(world, started.resumeToken);
    world.clock.set(world.clock.now() + 5 * minuteMs);
    expect(await resume(world, resumeToken)).toEqual(nothing);
  });

  test('may be repeated with the old token while nobody has shown the new one', async () => {
    const { world, started } = await begun();
    await resumed(world, started.resumeToken);
    const { resumeToken } = await resumed(world, started.resumeToken);
    expect(await resume(world, resumeToken)).toMatchObject({ ok: true });
  });

  test('refuses the old token once the new one was shown', async () => {
    const { world, started } = await begun();
    const { conversationId } = started;
    const { resumeToken } = await resumed(world, started.resumeToken);
    expect(await keepResume(world, { conversationId, resumeToken })).toBe(true);
    expect(await resume(world, started.resumeToken)).toEqual(nothing);
    expect(await keepResume(world, { conversationId, resumeToken: started.resumeToken })).toBe(false);
  });

  test('refuses a token that nobody was given, and one of another conversation of the same browser', async () => {
    const { world, started } = await begun();
    expect(await resume(world, 'resume-9')).toEqual(nothing);
    expect(await keepResume(world, { conversationId: started.conversationId, resumeToken: 'resume-9' })).toBe(
      false,
    );
  });

  test.each(['caller', 'failure'] as const)(
    'is over with an end by the %s, and the key with it',
    async (by) => {
      const { world, started } = await begun();
      await endConversation(world, { conversationId: started.conversationId, by });
      expect(await resume(world, started.resumeToken)).toEqual(nothing);
      expect(world.database.tables.resumes.size).toBe(0);
    },
  );

  test('is over when five minutes have passed, and the key is gone', async () => {
    const { world, started } = await begun();
    world.clock.set(world.clock.now() + 5 * minuteMs + secondMs);
    await dispatchRings(world, { wasAway: false });
    expect(await resume(world, started.resumeToken)).toEqual(nothing);
    expect(world.database.tables.resumes.size).toBe(0);
  });

  test('is over ten seconds after a quick exit, by the secret of the start and by that of the reloaded page', async () => {
    const { world, started } = await begun();
    const { resumeToken } = await resumed(world, started.resumeToken);
    await leaveConversation(world, {
      requestHash: world.vault.hash('secret of the reloaded page'),
      tokenHash: null,
      mayComeFirst: false,
    });
    world.clock.set(world.clock.now() + 10 * secondMs);
    expect(await resume(world, resumeToken)).toEqual(nothing);
    expect(world.conversation(started.conversationId).phase).toMatchObject({ name: 'ended', by: 'exit' });
  });

  test('ends the conversation when the reloaded page was left before its resume arrived', async () => {
    const { world, started } = await begun();
    await leaveConversation(world, {
      requestHash: world.vault.hash('left at once'),
      tokenHash: null,
      mayComeFirst: true,
    });
    expect(await resume(world, started.resumeToken, 'left at once')).toEqual(nothing);
    expect(world.conversation(started.conversationId).phase).toMatchObject({ name: 'ended', by: 'exit' });
  });

  test('finds the same store key after a repeated start', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const request = world.request();
    const [first, second] = [
      await startConversation(world, request),
      await startConversation(world, request),
    ];
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.value.storeKey).toEqual(first.value.storeKey);
    const value = await resumed(world, second.value.resumeToken);
    expect(value.storeKey).toEqual(first.value.storeKey);
  });
});

describe('the turn of the key files', () => {
  test('keeps the store key of a conversation that goes on for an hour', async () => {
    const { world, started } = await begun();
    for (let minute = 0; minute < 60; minute += 1) {
      world.clock.set(world.clock.now() + minuteMs);
      await turnResumeKeys(world);
    }
    await memoryCallerSessions(world.database).touch(started.conversationId, world.clock.now());
    expect((await resumed(world, started.resumeToken)).storeKey).toEqual(started.storeKey);
    expect(world.resumeKeys.files()).toBeLessThanOrEqual(2);
  });

  test('makes what an ended conversation left on a disk unreadable', async () => {
    const { world, started } = await begun();
    const deadRow = [...world.database.tables.resumes.values()].at(0);
    if (deadRow === undefined) throw new Error('no row');
    await endConversation(world, { conversationId: started.conversationId, by: 'caller' });
    expect(await world.resumeKeys.open(deadRow.sealedStoreKey)).toBeDefined();
    for (let minute = 0; minute < 7; minute += 1) {
      world.clock.set(world.clock.now() + minuteMs);
      await turnResumeKeys(world);
    }
    expect(await world.resumeKeys.open(deadRow.sealedStoreKey)).toBeUndefined();
  });
});
