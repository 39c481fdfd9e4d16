import { describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../appservice/domain/audit.ts';
import { counsellors, insert, type OpenWorld } from './register-world.ts';

/** What every audit log does. */
export function auditContract(world: OpenWorld): void {
  describe('the audit log', () => {
    test('tells what was done about a conversation, oldest first, with the reasons', async () => {
      const { conversationId } = await insert(world(), 1);
      const { conversationId: other } = await insert(world(), 2);
      const shown: AuditEntry = {
        at: 10,
        act: 'address-shown',
        who: counsellors.an,
        conversationId,
        subject: null,
        reason: 'acuut gevaar',
      };
      const asked: AuditEntry = {
        ...shown,
        at: 11,
        act: 'colleague-asked',
        subject: counsellors.bo,
        reason: null,
      };
      await world().unitOfWork.run(async ({ audit }) => {
        await audit.append(shown);
        await audit.append({ ...shown, conversationId: other });
        await audit.append({ ...shown, act: 'helpline-opened', conversationId: null });
        await audit.append(asked);
      });
      const found = await world().unitOfWork.run(({ audit }) => audit.about(conversationId));
      expect(found).toEqual([shown, asked]);
    });
  });
}
