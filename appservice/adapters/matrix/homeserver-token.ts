import { createHash, timingSafeEqual } from 'node:crypto';

/** How a request's `authorization` header stands to the homeserver's token, as a status code. */
export type TokenCheck = (authorization: string | undefined) => 200 | 401 | 403;

/** Checks the `hs_token` of the Application Service API in a time that does not depend on it. */
export function tokenCheck(hsToken: string): TokenCheck {
  const expected = digest(`Bearer ${hsToken}`);
  return (authorization) => {
    if (authorization === undefined) return 401;
    return timingSafeEqual(digest(authorization), expected) ? 200 : 403;
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
