import type { FaultReports } from '../../appservice/ports/fault-reports.ts';
import { answer, write, type MemoryDatabase } from './memory-database.ts';

let lastNumber = 0;

/** Fault reports over the memory database. */
export function memoryFaultReports(database: MemoryDatabase): FaultReports {
  const rows = () => database.tables.faultReports;
  return {
    add: (report, readers) =>
      answer(() => {
        lastNumber += 1;
        write(database, { faultReports: [...rows(), { reportNumber: lastNumber, report, readers }] });
        return lastNumber;
      }),
    find: (reportNumber, reader) =>
      answer(
        () => rows().find((row) => row.reportNumber === reportNumber && row.readers.includes(reader))?.report,
      ),
    markTold: (reportNumber, reader) =>
      answer(() => {
        const faultReports = rows().flatMap((row) => {
          if (row.reportNumber !== reportNumber || !row.readers.includes(reader)) return [row];
          const readers = row.readers.filter((each) => each !== reader);
          return readers.length === 0 ? [] : [{ ...row, readers }];
        });
        write(database, { faultReports });
      }),
  };
}
