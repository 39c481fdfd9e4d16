/** The code of a technology's error, and all that may be logged of a failure; `unexpected` when it has none. */
export function failureCode(error: unknown): string {
  return isCoded(error) ? error.code : 'unexpected';
}

/** Whether a failure is one that an adapter knows and named, not a mistake of ours. */
export function isCoded(error: unknown): error is { readonly code: string } {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}
