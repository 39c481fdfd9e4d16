import { afterEach, describe, expect, test } from '@jest/globals';
import { unopenedNotices } from '../../../widget/crypto/unopened-notice.ts';
import { callerId, createEngineWorld, isKind, isSent, started, stopWorlds } from './engine-world.ts';

afterEach(stopWorlds);

describe('a counsellor who sends what cannot be seen here', () => {
  test.each([
    ['a file', { msgtype: 'm.image', body: 'foto.jpg' }, unopenedNotices.file],
    ['a place', { msgtype: 'm.location', body: 'geo:1,2' }, unopenedNotices.other],
  ])('is told so (%s), by a message that says that nobody wrote it', async (_name, content, notice) => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    await world.until(isKind('secured'));
    await world.counsellor.readNew();
    const eventId = await world.counsellor.say(content, callerId);
    await world.until(isSent(`unopened-${eventId}`));
    expect(await world.counsellor.readNew()).toEqual([notice]);
    expect(notice).toMatch(/^Automatisch bericht: /u);
  });
});
