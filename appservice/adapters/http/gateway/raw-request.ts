import type { CallerSession } from '../../../ports/caller-sessions.ts';
import { HttpError } from '../http-error.ts';
import { requestList, type ListedRequest, type Query } from './request-list.ts';

/** A request of the list, with what its raw path and query said. */
export type MatchedRequest = {
  readonly listed: ListedRequest;
  readonly query: Query;
  /** Path parameters, in plain characters. */
  readonly parameters: Readonly<Record<string, string>>;
};

/**
 * How each parameter may be spelled. The spelling is matched as it came, before anybody decodes it: plain, or percent-encoded
 * the one way that `encodeURIComponent` does it (RFC 3986, 2.1). No slash, dot segment, semicolon or second encoding fits.
 */
const spellings: Readonly<Record<string, string>> = {
  room: '(?:!|%21)(?:[A-Za-z0-9_~-]|:|%3A|\\.)+',
  self: '(?:@|%40)(?:[A-Za-z0-9_~=-]|:|%3A|\\.)+',
  event: '(?:\\$|%24)[A-Za-z0-9_-]{43}',
  transaction: '[A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,99}',
};

const patterns = requestList.map((listed) => ({ listed, pattern: patternOf(listed.path) }));

function patternOf(path: string): RegExp {
  const source = path
    .replaceAll('.', '\\.')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${spellings[name] ?? '(?!)'})`);
  return new RegExp(`^${source}$`);
}

/** Finds the request of the list that this is; throws `M_UNRECOGNIZED` or `M_INVALID_PARAM` when it is none. */
export function matchRequest(method: string, rawUrl: string): MatchedRequest {
  const mark = rawUrl.indexOf('?');
  const rawPath = mark === -1 ? rawUrl : rawUrl.slice(0, mark);
  for (const { listed, pattern } of patterns) {
    if (listed.method !== method) continue;
    const match = pattern.exec(rawPath);
    if (match === null) continue;
    const query = listed.query.safeParse(parseQuery(mark === -1 ? undefined : rawUrl.slice(mark + 1)));
    if (!query.success) throw new HttpError('M_INVALID_PARAM');
    const parameters = Object.entries(match.groups ?? {}).map(([name, raw]) => [name, plain(raw)] as const);
    return { listed, query: query.data, parameters: Object.fromEntries(parameters) };
  }
  throw new HttpError('M_UNRECOGNIZED');
}

/** Whether room and person in the path are the caller's own. */
export function isOwn({ parameters }: MatchedRequest, session: CallerSession): boolean {
  const { room, self } = parameters;
  return (room ?? session.roomId) === session.roomId && (self ?? session.caller) === session.caller;
}

/**
 * The path and query that go to the homeserver: written anew from parsed parts. Whom it speaks for comes from the session
 * alone and stands in it exactly once (MSC4190, MSC3202 masquerading).
 */
export function upstreamPath({ listed, parameters, query }: MatchedRequest, session: CallerSession): string {
  const path = listed.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
  const asked = new URLSearchParams({
    ...query,
    ...listed.ownQuery(session),
    user_id: session.caller,
    device_id: session.device,
  });
  return `${path}?${asked.toString()}`;
}

/** A query as our own browsers write it: known plain names, each once, values without anything that needs encoding but `~`. */
function parseQuery(raw: string | undefined): Query {
  if (raw === undefined) return {};
  const query: Record<string, string> = {};
  for (const pair of raw.split('&')) {
    const [, name, value] = /^([a-z_]{1,20})=([A-Za-z0-9_.~%-]{1,400})$/.exec(pair) ?? [];
    if (name === undefined || value === undefined || Object.hasOwn(query, name)) {
      throw new HttpError('M_INVALID_PARAM');
    }
    query[name] = value.replaceAll('%7E', '~');
  }
  return query;
}

function plain(raw: string): string {
  return raw.replace(/^%21/, '!').replace(/^%40/, '@').replace(/^%24/, '$').replaceAll('%3A', ':');
}
