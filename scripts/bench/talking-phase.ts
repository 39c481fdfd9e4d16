import type { Phase } from '../../appservice/domain/conversation.ts';
import { parseUserId } from '../../appservice/domain/ids.ts';
import { BenchError } from './bench-error.ts';

/** The phase of a conversation in which both have the floor, as the service stores it. */
export function talkingPhase(counsellor: string, atMs: number): Phase {
  const who = parseUserId(counsellor);
  if (who === undefined) throw new BenchError('refused', 'The bench has no counsellor.');
  return { name: 'talking', counsellor: who, takenAt: atMs, since: atMs, asked: [] };
}
