import { describe, expect, test } from '@jest/globals';
import { dispatchRings } from '../../../appservice/usecases/dispatch-rings.ts';
import { viewConversation } from '../../../appservice/usecases/view-conversation.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina } = people;

describe('ringing', () => {
  test('lays a card with a hand before the counsellor of the province who was idle longest', async () => {
    const world = await helplineWorld();
    await world.onDuty(chris);
    await world.elapse(10);
    await world.onDuty(bert);
    await world.elapse(10);
    await world.onDuty(an);
    await world.call('limburg');
    expect([world.card(bert), world.card(an), world.card(chris)]).toEqual(['open', undefined, undefined]);
    const entry = must(world.deskDevice.entries.at(-1), 'the card');
    expect(entry).toMatchObject({ mention: bert, hasHand: true, versions: [{ isOtherProvince: false }] });
  });

  test('rings in another province, tagged, when nobody of the own one is free', async () => {
    const world = await helplineWorld();
    await world.onDuty(chris);
    await world.call('limburg');
    expect(world.shown(chris).at(-1)).toMatchObject({ kind: 'card', isOtherProvince: true });
  });

  test('pauses who does not answer within 30 seconds, says so, and rings the next one', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.elapse(1);
    await world.onDuty(bert);
    await world.call();
    await world.elapse(29);
    expect([world.card(an), world.card(bert)]).toEqual(['open', undefined]);
    await world.elapse(1);
    expect([world.card(an), world.card(bert)]).toEqual(['missed', 'open']);
    expect(world.duty(an).state).toBe('paused');
    expect(world.shown(an).at(-1)).toEqual({ kind: 'duty-ended', reason: 'missed-ring' });
  });

  test('rings the next one at once after a pass, and pauses nobody', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.elapse(1);
    await world.onDuty(bert);
    await world.call();
    await world.press(an, '✖\uFE0F');
    expect([world.card(an), world.card(bert)]).toEqual(['passed', 'open']);
    expect(world.duty(an).state).toBe('on');
  });

  test('passes by command, in words, and says so when nothing rings', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    expect(await world.command(an, '!niet')).toEqual({ kind: 'passed', caseNumber: '1001' });
    expect(await world.command(an, '!niet')).toEqual({ kind: 'refusal', refusal: { code: 'nothing-rings' } });
  });

  test('withdraws the card of who goes off duty, and blames nobody', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    await world.command(an, '!uit');
    expect(world.card(an)).toBe('withdrawn');
    await world.elapse(1);
    await world.command(an, '!aan');
    expect(world.card(an)).toBe('open');
    expect(world.shown(an).filter(({ kind }) => kind === 'card')).toHaveLength(2);
  });

  test('from 60 seconds on puts the card in the desk rooms of the own team and of teams with somebody free', async () => {
    const world = await helplineWorld();
    await world.onDuty(chris, an);
    await world.call('limburg');
    await world.elapse(59);
    expect([world.card('limburg'), world.card('antwerpen')]).toEqual([undefined, undefined]);
    await world.command(dina, '!aan');
    await world.elapse(1);
    expect(world.card('limburg')).toBe('open');
    expect(world.shown('limburg').at(-1)).toMatchObject({ isOtherProvince: false });
  });

  test('lets anybody free take from the team card, and edits every card', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call('limburg');
    await world.elapse(60);
    await world.command(bert, '!aan');
    expect(world.card(bert)).toBe('open');
    await world.command(an, '!aan');
    await world.press(an, '✋', 'limburg');
    expect([world.card('limburg'), world.card(bert), world.card(an)]).toEqual([
      'taken',
      'withdrawn',
      'taken',
    ]);
    expect(world.shown('limburg').at(-1)).toMatchObject({ state: { name: 'taken', who: 'An' } });
    expect(world.roomsOf(an, 'invite')).toHaveLength(1);
  });

  test('tells the caller at 180 seconds that it takes long', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    await world.elapse(179);
    const view = () => viewConversation(world, conversationId);
    expect(await view()).toMatchObject({ phase: 'waiting', takesLong: false });
    await world.elapse(1);
    expect(await view()).toMatchObject({ phase: 'waiting', takesLong: true });
  });

  test('rings one conversation for one counsellor at a time', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert);
    await world.call();
    await world.call();
    expect([world.card(an), world.card(bert)]).toEqual(['open', 'open']);
    const rung = [...world.database.tables.conversations.values()].map(({ conversation: { phase } }) =>
      phase.name === 'waiting' ? phase.ring?.counsellor : undefined,
    );
    expect(new Set(rung)).toEqual(new Set([an, bert]));
  });

  test('pauses nobody whose card never went out because the homeserver was away', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    world.homeserver.failing.set('desk-send', 'unreachable');
    await world.call();
    await world.elapse(35);
    expect(world.duty(an).state).toBe('on');
    world.homeserver.failing.clear();
    await world.elapse(60);
    expect(world.shown(an).filter(({ kind }) => kind === 'card').length).toBeLessThanOrEqual(2);
  });

  test('after an absence blames nobody for a ring that could not reach them, and rings anew', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    world.clock.elapse(400_000);
    await dispatchRings(world, { wasAway: true });
    await world.settle();
    expect(world.duty(an).state).toBe('on');
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
    expect(world.card(an)).toBe('open');
  });

  test('repeats nothing when a tick comes twice', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert);
    await world.call();
    await world.elapse(61);
    const before = world.database.tables.actions.length;
    await world.settle();
    await world.settle();
    expect(world.database.tables.actions).toHaveLength(before);
  });
});
