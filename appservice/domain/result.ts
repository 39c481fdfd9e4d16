/**
 * The outcome of something that may be refused for a reason that is expected.
 * The unexpected is an exception; "not found" is `undefined`.
 */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** Wraps what was asked for. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps why it was refused; the problem carries a `code`. */
export function refusal<Problem>(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}
