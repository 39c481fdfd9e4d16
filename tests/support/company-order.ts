import type { PinnedCounsellor } from '../../appservice/contract/readers.ts';
import { noCircumstances } from '../../appservice/contract/readers.ts';
import type { Company, ToWorker } from '../../widget/worker-messages.ts';

/** What the frame tells the worker of a view that names this counsellor, and nobody else unless it is said. */
export function companyOrder(
  counsellor: PinnedCounsellor | null,
  change: Partial<Company> = {},
): Extract<ToWorker, { kind: 'company' }> {
  const { readers, announced, handOver } = noCircumstances;
  return {
    kind: 'company',
    company: { counsellor, readers, announced, handOver, refusedReader: null, ...change },
  };
}
