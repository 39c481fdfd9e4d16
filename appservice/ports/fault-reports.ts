import type { FaultReport } from '../domain/fault-report.ts';
import type { UserId } from '../domain/ids.ts';

/**
 * Fault reports that somebody has still to be told of (R32), inside a unit of work. The store seals each under a data key of its
 * own, and forgets it with its last reader.
 */
export interface FaultReports {
  /** Keeps a report for these readers, and answers its number. Without readers it stays. */
  add(report: FaultReport, readers: readonly UserId[]): Promise<number>;
  /** Undefined when this reader was told already, or was never to be. */
  find(reportNumber: number, reader: UserId): Promise<FaultReport | undefined>;
  /** The reader was told; with the last one the report goes. */
  markTold(reportNumber: number, reader: UserId): Promise<void>;
}
