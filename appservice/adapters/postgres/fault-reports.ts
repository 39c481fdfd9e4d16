import { z } from 'zod';
import type { FaultReport } from '../../domain/fault-report.ts';
import type { FaultReports } from '../../ports/fault-reports.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import { columns, jsonText, parseRows } from './parse-rows.ts';
import { PostgresError } from './postgres-error.ts';
import type { Transaction } from './transaction.ts';

const place = 'fault-report';

const numberRow = z.object({ report_number: z.int() }).transform((row) => row.report_number);

const sealedRow = z.object({
  wrapped_data_key: z.instanceof(Uint8Array),
  sealed_report: z.instanceof(Uint8Array),
});

const openedReport: z.ZodType<FaultReport> = z.object({
  receivedAt: columns.instant,
  noticedAt: columns.instant,
  code: z.string(),
  description: z.string(),
  browser: z.string().nullable(),
});

/** Fault reports; each is sealed under a data key of its own (design 10). */
export function faultReportsIn({ query }: Transaction, dataKeys: DataKeys): FaultReports {
  return {
    add: async (report, readers) => {
      const { wrappedDataKey, sealer } = dataKeys.create();
      const sealed = sealer.seal(Buffer.from(JSON.stringify(report)), place);
      const rows = await query(
        `INSERT INTO fault_reports (received_at, readers, wrapped_data_key, sealed_report)
         VALUES ($1, $2, $3, $4) RETURNING report_number`,
        [report.receivedAt, readers, wrappedDataKey, sealed],
      );
      const [reportNumber] = parseRows(numberRow, rows);
      if (reportNumber === undefined) throw new PostgresError('missing');
      return reportNumber;
    },
    find: async (reportNumber, reader) => {
      const rows = await query(
        `SELECT wrapped_data_key, sealed_report FROM fault_reports
         WHERE report_number = $1 AND $2 = ANY (readers)`,
        [reportNumber, reader],
      );
      const [row] = parseRows(sealedRow, rows);
      if (row === undefined) return undefined;
      const opened = dataKeys.unwrap(row.wrapped_data_key).open(row.sealed_report, place);
      return parseRows(jsonText.pipe(openedReport), [Buffer.from(opened).toString()])[0];
    },
    markTold: async (reportNumber, reader) => {
      await query('DELETE FROM fault_reports WHERE report_number = $1 AND readers = ARRAY[$2]', [
        reportNumber,
        reader,
      ]);
      await query('UPDATE fault_reports SET readers = array_remove(readers, $2) WHERE report_number = $1', [
        reportNumber,
        reader,
      ]);
    },
  };
}
