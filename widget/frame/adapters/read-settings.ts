import { parseTextOverrides } from '../../../appservice/contract/text-overrides.ts';
import type { OtherLine, WidgetSettings } from '../../../appservice/contract/widget-settings.ts';
import { parseAccent } from './parse-accent.ts';
import { parseOrganisation } from './parse-organisation.ts';

/** Reads what the appservice wrote into the page; undefined when it is not there or not whole, and the plain page stays. */
export function readSettings(page: Document): WidgetSettings | undefined {
  const content = page.querySelector('meta[name="helpline-settings"]')?.getAttribute('content');
  return content == null ? undefined : parseSettings(content);
}

function parseSettings(json: string): WidgetSettings | undefined {
  const value = parseJson(json);
  if (typeof value !== 'object' || value === null) return undefined;
  const settings = value as Record<string, unknown>;
  const texts = ['mailAddress', 'phone', 'exitUrl', 'privacyUrl', 'noticeVersion'] as const;
  const [mailAddress, phone, exitUrl, privacyUrl, noticeVersion] = texts.map((name) => settings[name]);
  if (typeof mailAddress !== 'string' || typeof phone !== 'string') return undefined;
  if (typeof exitUrl !== 'string' || typeof privacyUrl !== 'string') return undefined;
  if (typeof noticeVersion !== 'string' || !/^https?:\/\//.test(exitUrl)) return undefined;
  const organisation = parseOrganisation(settings['organisation']);
  if (organisation === undefined) return undefined;
  const { hostOrigins, brusselsProvince, isDemo, otherLines } = settings;
  return {
    mailAddress,
    phone,
    exitUrl,
    privacyUrl,
    noticeVersion,
    organisation,
    accent: parseAccent(settings['accent']),
    hostOrigins: Array.isArray(hostOrigins) ? hostOrigins.filter((each) => typeof each === 'string') : [],
    isDemo: isDemo === true,
    otherLines: Array.isArray(otherLines) ? otherLines.flatMap(readOtherLine) : [],
    texts: parseTextOverrides(settings['texts']),
    brusselsProvince: typeof brusselsProvince === 'string' ? brusselsProvince : null,
  };
}

function readOtherLine(value: unknown): OtherLine[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, purpose, phone } = value as Record<string, unknown>;
  const isWhole = typeof name === 'string' && typeof purpose === 'string' && typeof phone === 'string';
  return isWhole ? [{ name, purpose, phone }] : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
