/** A signal that is given with the first of others, or by hand; after that it holds on to none of them. */
export type AnyOf = { readonly signal: AbortSignal; readonly give: () => void };

/** Makes one. `AbortSignal.any` is younger than the oldest browsers we serve (R30). */
export function anyOf(...signals: readonly AbortSignal[]): AnyOf {
  const own = new AbortController();
  const give = (): void => {
    for (const each of signals) each.removeEventListener('abort', give);
    own.abort();
  };
  for (const each of signals) each.addEventListener('abort', give);
  if (signals.some((each) => each.aborted)) give();
  return { signal: own.signal, give };
}
