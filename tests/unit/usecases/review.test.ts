import { describe, expect, test } from '@jest/globals';
import { aftermath, endedWorld, setController } from '../../support/worlds/ended-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina } = people;

describe('who looked at a conversation', () => {
  test('is told to a coordinator of its team: when, who, what and why, this asking too', async () => {
    const world = await endedWorld();
    const at = world.clock.now();
    await world.command(an, '!heropen 1001 verslag nalezen');
    await world.command(dina, '!heropen 1001 nieuwsgierig');
    const said = await world.command(bert, '!inzage 1001');
    expect(aftermath(said)).toEqual({
      code: 'looked',
      caseNumber: '1001',
      earlier: 0,
      lines: [
        { at, act: 'conversation-reopened', who: 'An', subject: null, reason: 'verslag nalezen' },
        { at, act: 'conversation-refused', who: 'Dina', subject: null, reason: 'nieuwsgierig' },
        { at, act: 'audit-read', who: 'Bert', subject: null, reason: null },
      ],
    });
  });

  test('is told to a coordinator without team as well', async () => {
    const world = await endedWorld();
    expect(aftermath(await world.command(dina, '!inzage 1001'))).toMatchObject({ code: 'looked' });
  });

  test('is told to no counsellor', async () => {
    const world = await endedWorld();
    const said = await world.command(an, '!inzage 1001');
    expect(said).toEqual({ kind: 'refusal', refusal: { code: 'coordinator-only' } });
  });

  test('is told to no coordinator of another team, in the words that a number without conversation gets', async () => {
    const world = await endedWorld();
    const said = [
      aftermath(await world.command(chris, '!inzage 1001')),
      aftermath(await world.command(chris, '!inzage 9999')),
    ];
    expect(said).toEqual([
      { code: 'refused', refusal: { code: 'not-of-team', caseNumber: '1001' } },
      { code: 'refused', refusal: { code: 'not-of-team', caseNumber: '9999' } },
    ]);
    expect(world.audit().map(({ act, who }) => [act, who])).toEqual([
      ['conversation-refused', chris],
      ['conversation-refused', chris],
    ]);
  });

  test('of which no team is responsible is told to coordinators of all teams only', async () => {
    const world = await endedWorld();
    setController(world, world.conversationId, null);
    expect(aftermath(await world.command(bert, '!inzage 1001'))).toMatchObject({ code: 'refused' });
    expect(aftermath(await world.command(dina, '!inzage 1001'))).toMatchObject({ code: 'looked' });
  });

  test('leaves no reason in what waits to be said', async () => {
    const world = await endedWorld();
    await world.command(an, '!heropen 1001 verslag nalezen');
    world.homeserver.failing.set('desk-send', 'unreachable');
    await world.command(bert, '!inzage 1001');
    const waiting = world.database.tables.actions.filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ action }) => action)).toEqual([{ kind: 'tell-looked', reader: bert }]);
    expect(JSON.stringify(world.database.tables.actions)).not.toContain('nalezen');
  });

  test('names the newest lines when there are many, and says how many are left out', async () => {
    const world = await endedWorld();
    for (let time = 0; time < 29; time += 1) await world.command(dina, '!heropen 1001 nieuwsgierig');
    const said = aftermath(await world.command(bert, '!inzage 1001'));
    expect(said).toMatchObject({ code: 'looked', earlier: 5 });
    expect(said?.code === 'looked' && said.lines).toHaveLength(25);
  });
});
