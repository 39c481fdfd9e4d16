import { describe, expect, test } from '@jest/globals';
import { deviceId } from '../support/parsed.ts';
import { device, registered, type OpenHomeserver } from './homeserver-world.ts';

/** Whoever registers callers. */
export function callerRegistrarContract(world: OpenHomeserver): void {
  describe('a caller', () => {
    test('is registered once with one device and the neutral name, however often it is asked (S23)', async () => {
      const caller = world().newCaller();
      for (let time = 0; time < 2; time += 1) await world().registrar.register(caller, device);
      expect(await world().profile(caller)).toEqual({ name: 'Beller', devices: [device] });
    });

    test('is logged out, however often it is asked', async () => {
      const caller = await registered(world());
      for (let time = 0; time < 2; time += 1) await world().registrar.removeDevice(caller, device);
      expect((await world().profile(caller)).devices).toEqual([]);
    });

    test('stays logged in when another device is logged out, known or not', async () => {
      const caller = await registered(world());
      const other = deviceId('OTHER');
      await world().registrar.removeDevice(caller, other);
      await world().registrar.register(caller, other);
      await world().registrar.removeDevice(caller, other);
      expect((await world().profile(caller)).devices).toEqual([device]);
    });

    test('who was never registered cannot be logged out, which is told by a code', async () => {
      const loggingOut = world().registrar.removeDevice(world().newCaller(), device);
      await expect(loggingOut).rejects.toMatchObject({ code: expect.any(String) });
    });
  });
}
