import type { AuditEntry } from '../domain/audit.ts';
import type { CaseNumber } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/** Records in the audit log that somebody asked for what is not theirs, about the conversation of a number if there is one (S32). */
export async function recordInVain(
  { audit, conversations }: Registers,
  { caseNumber, ...line }: Omit<AuditEntry, 'conversationId'> & { readonly caseNumber: CaseNumber },
): Promise<void> {
  const found = await conversations.findByCaseNumber(caseNumber);
  await audit.append({ ...line, conversationId: found?.conversationId ?? null });
}
