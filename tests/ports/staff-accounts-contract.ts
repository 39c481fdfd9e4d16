import { describe, expect, test } from '@jest/globals';
import type { OpenHomeserver } from './homeserver-world.ts';

/** Whoever closes staff accounts (S30). */
export function staffAccountsContract(world: OpenHomeserver): void {
  describe('an account that is closed', () => {
    test('has no device and is in no room any more, however often it is asked', async () => {
      const { accounts, leaver, people, presence } = world();
      const roomId = await world().makeRoom(people.an, leaver);
      await world().enter(roomId, leaver);
      for (let time = 0; time < 2; time += 1) expect(await accounts.close(leaver)).toBe(true);
      expect(await presence.unseenForMs(leaver)).toBe(Number.POSITIVE_INFINITY);
      await expect(world().enter(roomId, leaver)).rejects.toBeDefined();
    }, 60_000);

    test('is not ours where it is of another homeserver', async () => {
      expect(await world().accounts.close(world().elsewhere)).toBe(false);
    });

    test('may be one that nobody has', async () => {
      expect(await world().accounts.close(world().nobody)).toBe(true);
    });
  });
}
