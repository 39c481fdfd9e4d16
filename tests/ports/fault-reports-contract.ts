import { describe, expect, test } from '@jest/globals';
import type { UserId } from '../../appservice/domain/ids.ts';
import { counsellors, type OpenWorld } from './register-world.ts';

const { an, bo } = counsellors;
const report = {
  receivedAt: 1_800_000_000_000,
  noticedAt: 1_799_999_999_000,
  code: 'not-loaded',
  description: 'Het scherm bleef wit.\nTwee keer.',
  browser: null,
};

/** The register of fault reports. */
export function faultReportsContract(world: OpenWorld): void {
  describe('the register of fault reports', () => {
    const add = (readers: readonly UserId[]) =>
      world().unitOfWork.run(({ faultReports }) => faultReports.add(report, readers));
    const find = (reportNumber: number, reader: UserId) =>
      world().unitOfWork.run(({ faultReports }) => faultReports.find(reportNumber, reader));
    const markTold = (reportNumber: number, reader: UserId) =>
      world().unitOfWork.run(({ faultReports }) => faultReports.markTold(reportNumber, reader));

    test('gives each of its readers the whole report, and nobody else', async () => {
      const reportNumber = await add([an]);
      expect(await find(reportNumber, an)).toEqual(report);
      expect(await find(reportNumber, bo)).toBeUndefined();
      expect(await find(reportNumber + 1, an)).toBeUndefined();
    });

    test('keeps a report for the one who was not told yet', async () => {
      const reportNumber = await add([an, bo]);
      await markTold(reportNumber, an);
      expect(await find(reportNumber, an)).toBeUndefined();
      expect(await find(reportNumber, bo)).toEqual(report);
    });

    test('forgets a report with its last reader, however often that is said, and no other report', async () => {
      const first = await add([an]);
      const second = await add([an]);
      await markTold(first, bo);
      await markTold(first, an);
      await markTold(first, an);
      expect(await find(first, an)).toBeUndefined();
      expect(await find(second, an)).toEqual(report);
    });
  });
}
