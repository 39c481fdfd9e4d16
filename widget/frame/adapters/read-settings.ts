import type { WidgetSettings } from '../../../appservice/contract/widget-settings.ts';
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
  const { hostOrigins, brusselsProvince, isDemo } = settings;
  return {
    mailAddress,
    phone,
    exitUrl,
    privacyUrl,
    noticeVersion,
    organisation,
    hostOrigins: Array.isArray(hostOrigins) ? hostOrigins.filter((each) => typeof each === 'string') : [],
    isDemo: isDemo === true,
    brusselsProvince: typeof brusselsProvince === 'string' ? brusselsProvince : null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
