import { getDomain } from 'tldts';
import type { Config } from './schema.ts';

/** Something about a key that only shows beside other keys: an error, or a word of warning. */
export type Finding = {
  readonly path: readonly (string | number)[];
  readonly isError: boolean;
  /** Goes on after the key's name. */
  readonly text: string;
};

/** What no section can see alone. */
export function crossCheck(config: Config): readonly Finding[] {
  return [...checkProduction(config), ...checkListeners(config), ...checkSites(config)];
}

function checkProduction(config: Config): readonly Finding[] {
  if (config.helpline.isDemo) return [];
  const findings: Finding[] = [];
  if (config.development !== null)
    findings.push({
      path: ['development'],
      isError: true,
      text: 'must be left out unless helpline.isDemo is true',
    });
  const text = 'must begin with https:// unless helpline.isDemo is true';
  if (!config.listeners.publicOrigin.startsWith('https:'))
    findings.push({ path: ['listeners', 'publicOrigin'], isError: true, text });
  config.listeners.hostOrigins.forEach((origin, index) => {
    if (!origin.startsWith('https:'))
      findings.push({ path: ['listeners', 'hostOrigins', index], isError: true, text });
  });
  const { protocol, hostname } = new URL(config.homeserver.url);
  if (protocol === 'http:' && !isLoopback(hostname))
    findings.push({
      path: ['homeserver', 'url'],
      isError: false,
      text: 'sends our token over plain HTTP: fine only on a network of our own',
    });
  return findings;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function checkListeners({ listeners }: Config): readonly Finding[] {
  return listeners.public.port === listeners.private.port && listeners.public.host === listeners.private.host
    ? [
        {
          path: ['listeners', 'private', 'port'],
          isError: true,
          text: 'must differ from the port of the public listener',
        },
      ]
    : [];
}

/** To browsers a frame of another site is a third party, and the cookie that resuming stands on is withheld from it (design 5.2). */
function checkSites({ listeners }: Config): readonly Finding[] {
  const ours = siteOf(listeners.publicOrigin);
  return listeners.hostOrigins.flatMap((origin, index) =>
    siteOf(origin) === ours
      ? []
      : [
          {
            path: ['listeners', 'hostOrigins', index],
            isError: false,
            text: `is of another registrable domain than publicOrigin: browsers give the chat no cookie there, so it can never be resumed after a reload; right would be a publicOrigin below ${siteOf(origin)}`,
          },
        ],
  );
}

/**
 * The registrable domain by the public suffix list with its private part, as browsers keep cookies apart; an address, `localhost`
 * and a suffix by itself count as themselves.
 */
function siteOf(origin: string): string {
  const { hostname } = new URL(origin);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}
