import type { MisplacedReport } from '../../../appservice/contract/misplaced.ts';
import type { HandOverReport, ReaderRefusal } from '../../../appservice/contract/readers.ts';
import type { CallerApi } from '../../../appservice/adapters/http/caller-api.ts';

/** What a browser said about a colleague who comes, or about a line that was not meant for it. */
export type SeenOfCompany = ReaderRefusal | HandOverReport | MisplacedReport;

/** Stands in for what callers say about colleagues: notes it, as long as there is a conversation. */
export function companyStub(
  seen: SeenOfCompany[],
  session: { readonly now: unknown },
): Pick<CallerApi, 'refuseReader' | 'reportHandOver' | 'reportMisplaced'> {
  const note = (said: SeenOfCompany) => {
    seen.push(said);
    return Promise.resolve(session.now !== undefined);
  };
  return {
    refuseReader: (_, refused) => note(refused),
    reportHandOver: (_, report) => note(report),
    reportMisplaced: (_, report) => note(report),
  };
}
