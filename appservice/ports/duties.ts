import type { CounsellorDuty } from '../domain/duty.ts';
import type { UserId } from '../domain/ids.ts';

/** The duty list, inside a unit of work. */
export interface Duties {
  all(): Promise<readonly CounsellorDuty[]>;
  find(counsellor: UserId): Promise<CounsellorDuty | undefined>;
  save(duty: CounsellorDuty): Promise<void>;
}
