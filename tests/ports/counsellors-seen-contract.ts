import { describe, expect, test } from '@jest/globals';
import { device, registered, type OpenHomeserver } from './homeserver-world.ts';

/** What is known of counsellors: when their devices were seen, and who they are. */
export function counsellorsSeenContract(world: OpenHomeserver): void {
  describe('a counsellor’s devices', () => {
    test('were seen so long ago', async () => {
      const { presence, people } = world();
      await world().useDevice(people.bo);
      const unseenMs = await presence.unseenForMs(people.bo);
      expect(unseenMs).toBeGreaterThanOrEqual(0);
      expect(unseenMs).toBeLessThan(60_000);
    }, 60_000);

    test('were never seen when there are none, and none are left', async () => {
      const { presence, people, registrar } = world();
      expect(await presence.unseenForMs(people.idle)).toBe(Number.POSITIVE_INFINITY);
      const loggedOut = await registered(world());
      await registrar.removeDevice(loggedOut, device);
      expect(await presence.unseenForMs(loggedOut)).toBe(Number.POSITIVE_INFINITY);
    });

    test('are unknown of somebody elsewhere, of nobody, and while the only one has not spoken yet', async () => {
      const { presence, elsewhere, nobody } = world();
      for (const person of [elsewhere, nobody, await registered(world())]) {
        expect(await presence.unseenForMs(person)).toBeUndefined();
      }
    });
  });

  describe('a counsellor’s identity', () => {
    test('is none for somebody without keys, and for nobody', async () => {
      const { identities, people, nobody } = world();
      for (const person of [people.idle, nobody]) {
        expect(await identities.look(person)).toEqual({ masterKey: null, signedDevices: 0, sessionKeys: [] });
      }
    });

    test('is looked up freshly, with the devices that it signed', async () => {
      const person = await registered(world());
      expect(await world().identities.look(person)).toEqual({
        masterKey: null,
        signedDevices: 0,
        sessionKeys: [],
      });
      const masterKey = await world().makeIdentity(person);
      expect(await world().identities.look(person)).toEqual({ masterKey, signedDevices: 1, sessionKeys: [] });
    });

    test('is unknown while their own server does not answer, which is not the same as none', async () => {
      const { identities, elsewhere } = world();
      await expect(identities.look(elsewhere)).rejects.toMatchObject({ code: 'identity-unknown' });
    });
  });
}
