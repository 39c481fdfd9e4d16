import { afterEach, describe, expect, test } from '@jest/globals';
import { colleagueId, createCompanyWorld, lettingIn, type CompanyWorld } from './company-world.ts';
import { callerId, isKind, stopWorlds } from './engine-world.ts';

afterEach(stopWorlds);

/** The service announces the colleague, and gives the word. */
async function letIn(world: CompanyWorld, masterKey?: string): Promise<void> {
  world.letIn(await world.pinOfColleague(masterKey));
}

const reportOf = async (world: CompanyWorld) => {
  const news = await world.until(isKind('hand-over'));
  return news.kind === 'hand-over' ? news.report : undefined;
};

const failed = (code: string) => ({ userId: colleagueId, state: 'failed', code });

describe('on the word of the service', () => {
  test('the colleague gets the history, is invited, and reads from the first word to the last', async () => {
    const world = await createCompanyWorld();
    await world.counsellor.readNew();
    await world.counsellor.say({ msgtype: 'm.text', body: 'dag' }, callerId);
    await world.until(isKind('message'));
    await world.write('twee');
    await letIn(world);
    expect(await reportOf(world)).toEqual({ userId: colleagueId, state: 'shared' });
    await world.write('drie');
    world.homeserver.setMembership(colleagueId, 'join');
    await world.until((news) => news.kind === 'joined' && news.userId === colleagueId);
    await world.write('vier');
    expect(await world.readByColleague()).toEqual(['een', 'dag', 'twee', 'drie', 'vier']);
  });

  test('the invitation comes after the history, and both once', async () => {
    const world = await createCompanyWorld();
    await letIn(world);
    await letIn(world);
    await reportOf(world);
    await world.write('twee');
    const paths = world.homeserver.seen
      .filter(({ userId, path }) => userId === callerId && /upload$|sendToDevice|invite$/u.test(path))
      .map(({ path }) => path.replace(/.*\/(upload|sendToDevice|invite).*/u, '$1'));
    expect(paths.slice(paths.lastIndexOf('upload'), paths.indexOf('invite') + 1)).toEqual(
      expect.arrayContaining(['upload', 'sendToDevice', 'invite']),
    );
    expect([world.requestsOf('/media/v3/upload'), world.requestsOf('/invite')]).toEqual([1, 1]);
    expect(world.told.filter(isKind('hand-over'))).toHaveLength(1);
  });

  test('words in a new session between the sharing and the joining are read too', async () => {
    const world = await createCompanyWorld();
    await letIn(world);
    await reportOf(world);
    await world.counsellor.resetIdentity();
    world.ask({ kind: 'send', id: 'twee', body: 'twee' });
    await world.until((news) => news.kind === 'unsecured' && news.code === 'identity-changed');
    world.ask(lettingIn(await world.pinOfCounsellor(), await world.pinOfColleague()));
    await world.write('drie');
    world.homeserver.setMembership(colleagueId, 'join');
    expect(await world.readByColleague()).toEqual(['een', 'twee', 'drie']);
  });

  test('nobody is invited whose identity is not the pinned one, and nothing is uploaded', async () => {
    const world = await createCompanyWorld();
    await letIn(world, 'AAAA');
    expect(await reportOf(world)).toEqual(failed('identity-changed'));
    expect([world.requestsOf('/media/'), world.requestsOf('/invite'), world.mailTo(colleagueId)]).toEqual([
      0, 0, 0,
    ]);
  });

  test('nobody is invited who has no signed device', async () => {
    const world = await createCompanyWorld({ isColleagueSigned: false });
    await letIn(world, 'AAAA');
    expect([await reportOf(world), world.requestsOf('/invite')]).toEqual([failed('no-signed-device'), 0]);
  });

  test('nobody is invited whose device could not be reached', async () => {
    const world = await createCompanyWorld();
    world.homeserver.withoutKeys.add(`${colleagueId} ELEMENT`);
    await letIn(world);
    expect([await reportOf(world), world.requestsOf('/invite')]).toEqual([failed('not-shared'), 0]);
  });

  test('it is tried again while the gateway does not answer', async () => {
    const world = await createCompanyWorld();
    let failures = 0;
    world.homeserver.fail = ({ path }) =>
      path.endsWith('/upload') && path.includes('media') && failures++ < 2
        ? new Response('', { status: 502 })
        : undefined;
    await letIn(world);
    expect([await reportOf(world), failures]).toEqual([{ userId: colleagueId, state: 'shared' }, 3]);
  });

  test('a gateway that refuses is told as a failure, once', async () => {
    const world = await createCompanyWorld();
    world.homeserver.fail = ({ path }) =>
      path.endsWith('/invite') ? Response.json({ errcode: 'M_FORBIDDEN' }, { status: 403 }) : undefined;
    await letIn(world);
    expect([await reportOf(world), world.requestsOf('/invite')]).toEqual([failed('not-shared'), 1]);
  });

  test.each(['/media/v3/upload', '/invite'])(
    'a word that is taken back at %s leaves later words to be read by nobody else',
    async (step) => {
      const world = await createCompanyWorld();
      world.homeserver.fail = ({ path }) => {
        if (path.endsWith(step)) world.name();
        return undefined;
      };
      await letIn(world);
      while (world.requestsOf(step) === 0) await new Promise((resolve) => setImmediate(resolve));
      await world.write('twee');
      await world.write('drie');
      expect(world.told.filter(isKind('hand-over'))).toEqual([]);
      expect((await world.readByColleague()).slice(1)).toEqual(['?', '?']);
    },
  );

  test('a word that is taken back before the sharing invites nobody', async () => {
    const world = await createCompanyWorld();
    await letIn(world);
    world.name();
    await world.write('twee');
    expect([world.requestsOf('/invite'), world.mailTo(colleagueId)]).toEqual([0, 0]);
  });

  test('a colleague who goes again before a word was written opens none of the later ones', async () => {
    const world = await createCompanyWorld();
    await letIn(world);
    await reportOf(world);
    world.homeserver.setMembership(colleagueId, 'join');
    world.homeserver.setMembership(colleagueId, 'leave');
    await world.until((news) => news.kind === 'left' && news.userId === colleagueId);
    world.name();
    await world.write('twee');
    expect(await world.readByColleague()).toEqual(['een', '?']);
  });
});
