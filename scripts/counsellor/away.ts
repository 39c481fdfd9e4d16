/** Said when the homeserver is not there: nothing that is typed can arrive. */
export const awaySentence = 'De homeserver antwoordt niet. Draait npm start nog?';

/** Said when an answer has not come in time: it may have been done all the same. */
export const noAnswerSentence =
  'Er komt geen antwoord. Het kan nog aankomen: wacht even voor je het opnieuw schrijft.';

/** What is said about a failure, in one sentence. */
export function failureSentence(failure: unknown): string {
  if (isAway(failure)) return awaySentence;
  if (codeOf(failure) === 'M_LIMIT_EXCEEDED') return 'Dat ging te snel. Wacht even en probeer het nog eens.';
  return 'Dat lukte niet. Probeer het nog eens.';
}

/** What is said when the connection changes, and whether the homeserver is away after it. */
export function afterSync(
  wasAway: boolean,
  state: string,
): { readonly isAway: boolean; readonly line?: string } {
  if (state === 'RECONNECTING' || state === 'ERROR') {
    return wasAway ? { isAway: true } : { isAway: true, line: awaySentence };
  }
  if (state !== 'SYNCING' && state !== 'PREPARED') return { isAway: wasAway };
  return wasAway ? { isAway: false, line: 'De homeserver antwoordt weer.' } : { isAway: false };
}

/** No answer at all, or one of a proxy that got none. */
function isAway(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  if (failure.name === 'ConnectionError' || failure.message === 'fetch failed') return true;
  return 'httpStatus' in failure && [502, 503, 504].includes(Number(failure.httpStatus));
}

function codeOf(failure: unknown): string | undefined {
  if (!(failure instanceof Error) || !('errcode' in failure)) return undefined;
  return typeof failure.errcode === 'string' ? failure.errcode : undefined;
}
