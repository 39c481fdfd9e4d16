import { describe, expect, test } from '@jest/globals';
import { roomId } from '../support/parsed.ts';
import { eventually } from './eventually.ts';
import type { OpenHomeserver } from './homeserver-world.ts';

/** Time in which a homeserver purges a small room. */
const purgeLimitMs = 20_000;

/** Whoever has rooms purged (design 7). */
export function roomPurgerContract(world: OpenHomeserver): void {
  describe('a room that is purged', () => {
    test('is gone for whoever was in it, and stays so however often it is asked', async () => {
      const { purger, host, people, makeRoom, enter } = world();
      const room = await makeRoom(host, people.bo);
      expect(await purger.purge(room)).toBe(false);
      await eventually(() => purger.purge(room), purgeLimitMs);
      expect(await purger.purge(room)).toBe(true);
      await expect(enter(room, people.bo)).rejects.toBeDefined();
    }, 60_000);

    test('may be one that never was', async () => {
      expect(await world().purger.purge(roomId('!nowhere:localhost'))).toBe(true);
    });
  });
}
