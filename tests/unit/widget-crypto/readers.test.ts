import { afterEach, describe, expect, test } from '@jest/globals';
import { colleagueId, createCompanyWorld } from './company-world.ts';
import { callerId, counsellorId, isKind, isSent, stopWorlds } from './engine-world.ts';
import { companyOrder } from '../../support/company-order.ts';

afterEach(stopWorlds);

describe('the key of the room', () => {
  test('goes to a reader who was named and has joined, from then on', async () => {
    const world = await createCompanyWorld();
    world.name(await world.pinOfColleague());
    world.homeserver.setMembership(colleagueId, 'join');
    await world.until((news) => news.kind === 'joined' && news.userId === colleagueId);
    await world.write('twee');
    expect([await world.counsellor.readNew(), await world.colleague.readNew()]).toEqual([
      ['een', 'twee'],
      ['?', 'twee'],
    ]);
  });

  test('goes to nobody whom no view has named, though they have joined', async () => {
    const world = await createCompanyWorld();
    world.homeserver.setMembership(colleagueId, 'join');
    await world.until((news) => news.kind === 'joined' && news.userId === colleagueId);
    await world.write('twee');
    expect([world.mailTo(colleagueId), await world.colleague.readNew()]).toEqual([0, ['?', '?']]);
  });

  test('goes to nobody who was named and is not in the room', async () => {
    const world = await createCompanyWorld();
    world.name(await world.pinOfColleague());
    await world.write('twee');
    expect(world.mailTo(colleagueId)).toBe(0);
  });

  test('never goes to the host', async () => {
    const world = await createCompanyWorld();
    world.name(await world.pinOfColleague());
    world.homeserver.setMembership('@1712:localhost', 'join');
    await world.write('twee');
    expect(world.mailTo('@1712:localhost')).toBe(0);
  });

  test('does not go to a reader whose identity is not the pinned one, and the words do not wait for it', async () => {
    const world = await createCompanyWorld();
    world.name(await world.pinOfColleague('AAAA'));
    world.homeserver.setMembership(colleagueId, 'join');
    await world.until((news) => news.kind === 'joined' && news.userId === colleagueId);
    await world.write('twee');
    expect([world.mailTo(colleagueId), await world.counsellor.readNew()]).toEqual([0, ['een', 'twee']]);
  });

  test('goes no more to a reader who has left or is named no more', async () => {
    const world = await createCompanyWorld();
    world.name(await world.pinOfColleague());
    world.homeserver.setMembership(colleagueId, 'join');
    await world.until((news) => news.kind === 'joined' && news.userId === colleagueId);
    await world.write('twee');
    world.name();
    await world.write('drie');
    world.name(await world.pinOfColleague());
    await world.write('vier');
    world.homeserver.setMembership(colleagueId, 'leave');
    await world.until((news) => news.kind === 'left' && news.userId === colleagueId);
    await world.write('vijf');
    expect([await world.colleague.readNew(), await world.counsellor.readNew()]).toEqual([
      ['?', 'twee', '?', 'vier', '?'],
      ['een', 'twee', 'drie', 'vier', 'vijf'],
    ]);
  });

  test('does not go to a reader who has replaced their identity; the words go on to the counsellor', async () => {
    const world = await createCompanyWorld();
    world.name(await world.pinOfColleague());
    world.homeserver.setMembership(colleagueId, 'join');
    await world.until((news) => news.kind === 'joined' && news.userId === colleagueId);
    await world.write('twee');
    await world.colleague.resetIdentity();
    await world.write('drie');
    await world.write('vier');
    expect(await world.counsellor.readNew()).toEqual(['een', 'twee', 'drie', 'vier']);
    expect((await world.colleague.readNew()).at(-1)).toBe('?');
  });

  test('reaches a reader out of reach later, and holds up no words meanwhile', async () => {
    const world = await createCompanyWorld();
    world.homeserver.withoutKeys.add(`${colleagueId} ELEMENT`);
    world.name(await world.pinOfColleague());
    world.homeserver.setMembership(colleagueId, 'join');
    await world.until((news) => news.kind === 'joined' && news.userId === colleagueId);
    await world.write('twee');
    world.homeserver.withoutKeys.clear();
    await world.write('drie');
    while (world.mailTo(colleagueId) === 0) await new Promise((resolve) => setImmediate(resolve));
    await world.write('vier');
    expect(await world.counsellor.readNew()).toEqual(['een', 'twee', 'drie', 'vier']);
    expect((await world.colleague.readNew()).at(-1)).toBe('vier');
  });

  test('the keys of a reader that the service knows no more hold up no words', async () => {
    const world = await createCompanyWorld();
    world.homeserver.fail = (request) =>
      request.userId === callerId &&
      request.path.endsWith('/keys/query') &&
      request.body.includes(colleagueId)
        ? Response.json({ errcode: 'M_FORBIDDEN' }, { status: 403 })
        : undefined;
    world.name(await world.pinOfColleague());
    world.homeserver.setMembership(colleagueId, 'join');
    await world.until((news) => news.kind === 'joined' && news.userId === colleagueId);
    await world.write('twee');
    expect(await world.counsellor.readNew()).toEqual(['een', 'twee']);
  });

  test('is there already when the conversation passes to a reader: nothing waits and nothing is lost', async () => {
    const world = await createCompanyWorld();
    const pin = await world.pinOfColleague();
    world.name(pin);
    world.homeserver.setMembership(colleagueId, 'join');
    await world.until((news) => news.kind === 'joined' && news.userId === colleagueId);
    await world.write('twee');
    const counsellor = await world.pinOfCounsellor();
    world.ask(companyOrder(pin, { readers: [counsellor] }));
    await world.write('drie');
    world.homeserver.setMembership(counsellorId, 'leave');
    await world.until((news) => news.kind === 'left' && news.userId === counsellorId);
    world.ask(companyOrder(pin));
    await world.write('vier');
    expect([await world.counsellor.readNew(), await world.colleague.readNew()]).toEqual([
      ['een', 'twee', 'drie', '?'],
      ['?', 'twee', 'drie', 'vier'],
    ]);
    expect(world.told.filter(isKind('held'))).toEqual([]);
  });
});

test('the words of a reader are shown once their identity is known to be the pinned one', async () => {
  const world = await createCompanyWorld();
  world.name(await world.pinOfColleague());
  world.homeserver.setMembership(colleagueId, 'join');
  await world.colleague.readNew();
  await world.colleague.say({ msgtype: 'm.text', body: 'ik lees mee' }, callerId);
  expect(await world.until(isKind('message'))).toMatchObject({
    message: { sender: colleagueId, body: 'ik lees mee' },
  });
  expect(world.told.filter(isSent('een'))).toHaveLength(1);
});
