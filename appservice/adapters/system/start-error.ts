import { failureCode, isCoded } from '../../ports/failure-code.ts';

/** What the service cannot start without. */
export type StartPart = 'database' | 'publicListener' | 'privateListener';

/** The service could not start. Its message is for the administrator: which part, which setting to look at; nothing in it is secret. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code: string;

  constructor(part: StartPart, cause: unknown) {
    super(sentenceFor(part, cause), { cause });
    this.code = failureCode(cause);
  }
}

/** Does one part of the start; what goes wrong is thrown as a `StartError` that names the part. */
export async function starting<Value>(part: StartPart, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    throw new StartError(part, cause);
  }
}

function sentenceFor(part: StartPart, failure: unknown): string {
  return part === 'database' ? databaseSentence(failure) : listenerSentence(part, failure);
}

/** By SQLSTATE (PostgreSQL manual, appendix A): what the database refused. */
const refusals: Readonly<Record<string, string>> = {
  '28P01':
    'refuses the role or its password: look at the role in database.url and at the file of database.passwordFile',
  '28000':
    'does not let the role in: look at the role in database.url, and whether pg_hba.conf allows it from here',
  '3D000': 'has no database of that name: look at the end of database.url, or make it',
  '42501': 'does not let the role make tables: make the role of database.url the owner of its database',
};

function databaseSentence(failure: unknown): string {
  const code = failureCode(failure);
  const cause = driverCode(failure);
  const words = code === 'refused' ? refusals[cause] : undefined;
  if (words !== undefined) return `PostgreSQL ${words} (${cause}).`;
  const codes = cause === '' ? code : `${code}, ${cause}`;
  if (code !== 'unreachable')
    return `The database did not do what was asked (${codes}): its own log says why.`;
  return cause === ''
    ? 'The database did not let us connect (unreachable): look at host and port in database.url; when it asks for a password, at database.passwordFile.'
    : `The database is not reached (${codes}): look at host and port in database.url, and whether PostgreSQL runs there.`;
}

/** What the driver or the operating system calls it; a code, so nothing of an address or a value. */
function driverCode(failure: unknown): string {
  const cause = failure instanceof Error ? failure.cause : undefined;
  return isCoded(cause) && /^[A-Z0-9_]{3,20}$/.test(cause.code) ? cause.code : '';
}

function listenerSentence(part: 'publicListener' | 'privateListener', failure: unknown): string {
  const setting = part === 'publicListener' ? 'listeners.public' : 'listeners.private';
  const code = failureCode(failure);
  if (code === 'EADDRINUSE')
    return `Another program has the port of ${setting} (${code}): end it, or take another.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no such address (${code}): look at ${setting}.host.`;
  if (code === 'EACCES')
    return `The port of ${setting} is not allowed to this account (${code}): take one above 1023.`;
  return `The service could not listen (${code}): look at ${setting}.`;
}
