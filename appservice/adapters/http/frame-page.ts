import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { WidgetSettings } from '../../contract/widget-settings.ts';
import type { OpeningHours } from '../../domain/opening-hours.ts';
import { minuteMs } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StatusSnapshot } from './caller-api.ts';
import { escapeHtml, type Markup } from './plain-page/markup.ts';
import type { PageLanguage } from './plain-page/page-language.ts';
import { plainPage } from './plain-page/plain-page.ts';

/** The frame's HTML as it is now, ready as bytes. */
export type FramePage = { readonly plain: Buffer; readonly brotli: Buffer };

/** What the page is made of. */
export type FramePageParts = {
  readonly settings: WidgetSettings;
  readonly status: Pick<StatusSnapshot, 'current'>;
  readonly openingHours: OpeningHours;
  readonly clock: Clock;
};

/** Fast enough for a request; the page is small, so that a better one saves next to nothing. */
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Reads `frame.html` once, and makes the page of a request from it: the helpline's settings for the script
 * (contract/widget-settings.ts), so that they are there when nothing else answers, and for whoever has no script all that it
 * would show, as it is now. Made anew once a minute for each language, or when the status changes. Undefined when the build has
 * no frame.
 */
export function createFramePages(
  folder: string,
  parts: FramePageParts,
): ((language: PageLanguage) => FramePage) | undefined {
  const { settings, status, openingHours, clock } = parts;
  const source = readIfThere(join(folder, 'frame.html'));
  if (source === undefined) return undefined;
  const template = withSettings(source, settings);
  const made = new Map<PageLanguage, { readonly key: string; readonly page: FramePage }>();
  return (language) => {
    const now = clock.now();
    const current = status.current();
    const key = `${Math.floor(now / minuteMs)} ${JSON.stringify(current)}`;
    const kept = made.get(language);
    if (kept?.key === key) return kept.page;
    const body = plainPage({ language, status: current, openingHours, settings, now });
    const plain = Buffer.from(fillIn(template, language, body));
    const page = { plain, brotli: brotliCompressSync(plain, quickly) };
    made.set(language, { key, page });
    return page;
  };
}

/** Puts `<meta name="helpline-settings">` into the page, in the place of the one that the build may hold. */
export function withSettings(html: string, settings: WidgetSettings): string {
  const meta = `<meta name="helpline-settings" content="${escapeHtml(JSON.stringify(settings))}">`;
  const existing = /<meta\s+name="helpline-settings"[^>]*>/i;
  if (existing.test(html)) return html.replace(existing, () => meta);
  return html.replace(/<head[^>]*>/i, (head) => `${head}\n    ${meta}`);
}

function fillIn(template: string, language: PageLanguage, body: Markup): string {
  return template.replace('{{language}}', language).replace('{{plain}}', () => body.markup);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
