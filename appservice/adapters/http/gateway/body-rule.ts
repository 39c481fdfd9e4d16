import type { z } from 'zod';
import type { UserId } from '../../../domain/ids.ts';
import type { CallerSession } from '../../../ports/caller-sessions.ts';
import { HttpError } from '../http-error.ts';

/** How the body of one request of the list is read and checked. */
export type BodyRule = {
  /** A longer one is refused unread. */
  readonly limitBytes: number;
  /** Gives what may go on to the homeserver; throws `M_BAD_JSON` or `M_FORBIDDEN`. */
  readonly check: (body: unknown, session: CallerSession) => unknown;
};

/**
 * A body in two steps: its closed shape, then whom and what of the session it names. What goes on is what was parsed,
 * never the bytes that came.
 */
export function bodyRule<Body>(rule: {
  readonly limitBytes: number;
  readonly shape: z.ZodType<Body>;
  /** Whether this session may say that. */
  readonly admits: (body: Body, session: CallerSession) => boolean;
}): BodyRule {
  return {
    limitBytes: rule.limitBytes,
    check: (body, session) => {
      const parsed = rule.shape.safeParse(body);
      if (!parsed.success) throw new HttpError('M_BAD_JSON');
      if (!rule.admits(parsed.data, session)) throw new HttpError('M_FORBIDDEN');
      return parsed.data;
    },
  };
}

/**
 * Whether everybody named is the caller, the counsellor who has the conversation, a colleague who has joined it, or the one whom the
 * browser is told to invite now (R25). Never the host, never a `*`.
 */
export function areOwnPeople(people: readonly string[], session: CallerSession): boolean {
  const { caller, counsellor, readers, invitee } = session;
  const own: readonly (UserId | null)[] = [caller, counsellor, ...readers, invitee];
  return people.every((person) => own.some((each) => each === person));
}
