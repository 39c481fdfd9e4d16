import type { HandOverReport, ReaderRefusal } from '../../../appservice/contract/readers.ts';
import type { CallerApi } from '../../../appservice/adapters/http/caller-api.ts';

/** What a browser said about a colleague who comes. */
export type SeenOfCompany = ReaderRefusal | HandOverReport;

/** Stands in for what callers say about colleagues: notes it, as long as there is a conversation. */
export function companyStub(
  seen: SeenOfCompany[],
  session: { readonly now: unknown },
): Pick<CallerApi, 'refuseReader' | 'reportHandOver'> {
  const note = (said: SeenOfCompany) => {
    seen.push(said);
    return Promise.resolve(session.now !== undefined);
  };
  return { refuseReader: (_, refused) => note(refused), reportHandOver: (_, report) => note(report) };
}
