import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { readStatus } from '../../../appservice/usecases/read-status.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { MemoryHomeserverError } from '../../support/memory-homeserver.ts';
import { helplineWorld, tuesdayAtFive } from '../../support/worlds/helpline-world.ts';
import { people, seedHours } from '../../support/worlds/sample-roster.ts';

const { an, dina } = people;

describe('the status', () => {
  test('is busy with every slot taken and online again when one is free', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    await world.command(an, '!neem');
    expect(await readStatus(world)).toEqual({ state: 'busy', reason: null, nextOpening: null });
    await endConversation(world, { conversationId, by: 'caller' });
    expect((await readStatus(world)).state).toBe('online');
  });

  test('is a fault when the homeserver does not answer, and cannot be had without the database', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    world.homeserver.failure = 'unreachable';
    expect(await readStatus(world)).toMatchObject({ state: 'offline', reason: 'fault' });
    world.homeserver.failure = null;
    const away = () => Promise.reject(new MemoryHomeserverError('unreachable'));
    const unitOfWork = { run: away, read: away };
    await expect(readStatus({ ...world, unitOfWork })).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('follows a coordinator’s closing and opening', async () => {
    const world = await helplineWorld({ openingHours: seedHours });
    await world.onDuty(an);
    expect(await world.command(an, '!dicht te druk')).toMatchObject({
      refusal: { code: 'coordinator-only' },
    });
    expect(await world.command(dina, '!dicht tot 16:00 te druk')).toMatchObject({
      refusal: { code: 'time-already-past' },
    });
    expect(await world.command(dina, '!dicht tot 18:30 te druk')).toEqual({
      kind: 'helpline-closed',
      until: tuesdayAtFive + 90 * 60_000,
      who: 'Dina',
    });
    expect(world.shown('limburg').at(-1)).toMatchObject({ kind: 'helpline-closed' });
    expect(JSON.stringify(world.deskDevice.entries)).not.toContain('te druk');
    expect(await readStatus(world)).toEqual({
      state: 'offline',
      reason: 'exceptional',
      nextOpening: tuesdayAtFive + 90 * 60_000,
    });
    expect(await startConversation(world, world.request())).toEqual({
      ok: false,
      problem: { code: 'offline' },
    });
    expect(world.duty(an).state).toBe('on');
    expect(await world.command(dina, '!open')).toEqual({ kind: 'helpline-opened', who: 'Dina' });
    expect((await readStatus(world)).state).toBe('online');
    expect(await world.command(dina, '!open')).toMatchObject({ refusal: { code: 'not-closed' } });
    expect(await world.command(an, '!open')).toMatchObject({ refusal: { code: 'coordinator-only' } });
  });

  test('opens again by itself when the closing time of a closure is over', async () => {
    const world = await helplineWorld({ openingHours: seedHours });
    await world.onDuty(an);
    await world.command(dina, '!dicht tot 17:30 te druk');
    world.clock.elapse(30 * 60_000);
    expect((await readStatus(world)).state).toBe('online');
  });
});
