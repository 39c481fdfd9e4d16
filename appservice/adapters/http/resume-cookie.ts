import type { IncomingMessage } from 'node:http';
import { deviceStores } from '../../contract/device-stores.ts';
import { blockMs } from '../../domain/blocking.ts';
import { resumeWindowSeconds } from '../../domain/resuming.ts';
import { secondMs } from '../../domain/time.ts';
import { secretPattern } from './bearer.ts';
import type { AnswerHeaders } from './security-headers.ts';

/**
 * The cookie that brings a reloaded page back to its conversation (R27, R83): opaque, out of reach of every script, first-party
 * only, gone after five minutes without connection. Its name says nothing of what it is for (S9).
 */
export interface ResumeCookie {
  /** The token in a request; undefined when it carries none, or something else under that name. */
  read(request: IncomingMessage): string | undefined;
  set(resumeToken: string): AnswerHeaders;
  /** For as long as a block lasts: the browser of a caller who was blocked is known by it (R35). */
  keepBlocked(resumeToken: string): AnswerHeaders;
  readonly clear: AnswerHeaders;
}

/**
 * The cookie of this origin. With TLS its name has the prefix `__Host-`, which no other host of the domain can set
 * (RFC 6265bis, 4.1.3.2); without TLS, on one's own machine, browsers do not take that prefix.
 */
export function createResumeCookie(publicOrigin: string): ResumeCookie {
  const isSecure = publicOrigin.startsWith('https:');
  const name = isSecure ? deviceStores.resume.name : deviceStores.resume.name.replace('__Host-', '');
  const cookie = (value: string, seconds: number): AnswerHeaders => ({
    'set-cookie': `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`,
  });
  return {
    read: ({ headers }) => {
      const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
      const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      return value !== undefined && secretPattern.test(value) ? value : undefined;
    },
    set: (resumeToken) => cookie(resumeToken, resumeWindowSeconds),
    keepBlocked: (resumeToken) => cookie(resumeToken, blockMs / secondMs),
    clear: cookie('', 0),
  };
}
