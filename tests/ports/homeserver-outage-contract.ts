import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import { isTransient } from '../../appservice/usecases/is-transient.ts';
import { caseNumber, must } from '../support/parsed.ts';
import { eventually } from './eventually.ts';
import { device, registered, type HomeserverWorld, type OpenHomeserver } from './homeserver-world.ts';

type Scene = HomeserverWorld & { readonly caller: UserId; readonly room: RoomId };

/** Every call that needs an answer of the homeserver. */
const calls: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'register a caller': ({ registrar, newCaller }) => registrar.register(newCaller(), device),
  'log a caller out': ({ registrar, caller }) => registrar.removeDevice(caller, device),
  'make a room': ({ rooms, caller }) => rooms.createRoom(caller, caseNumber('4711')),
  invite: ({ inviter, room, people }) => inviter.invite(room, people.an),
  'remove somebody': ({ remover, room, caller }) => remover.remove(room, caller, 'Dag.'),
  'empty a room': ({ remover, room }) => remover.removeAll(room, 'Dag.'),
  'tell when devices were seen': ({ presence, people }) => presence.unseenForMs(people.an),
  'look up an identity': ({ identities, people }) => identities.look(people.an),
};

/** A homeserver that goes away and comes back; the last of its suites. */
export function homeserverOutageContract(world: OpenHomeserver): void {
  describe('the homeserver', () => {
    let made: Scene | undefined;
    const scene = () => must(made, 'a scene');

    beforeAll(async () => {
      const caller = await registered(world());
      const room = await world().rooms.createRoom(caller, caseNumber('4711'));
      made = { ...world(), caller, room };
    });

    test('answers', async () => {
      expect(await world().health.isAnswering()).toBe(true);
    });

    describe('while it is away,', () => {
      beforeAll(() => world().goAway(), 60_000);
      afterAll(() => world().comeBack(), 90_000);

      test('does not answer, which is told within seconds (R12)', async () => {
        const begin = Date.now();
        expect(await world().health.isAnswering()).toBe(false);
        expect(Date.now() - begin).toBeLessThan(3_000);
      });

      test.each(Object.entries(calls))('does not %s', async (_what, call) => {
        const failure = await call(scene()).catch((error: unknown) => error);
        expect([failure, isTransient(failure)]).toEqual([expect.any(Error), true]);
      });
    });

    test('answers again, and does what it did not do', async () => {
      await eventually(() => world().health.isAnswering());
      for (const call of Object.values(calls)) await call(scene());
      const { caller, room } = scene();
      expect((await world().standing(room, caller)).membership).toBe('leave');
    });
  });
}
