import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { WidgetSettings } from '../../contract/widget-settings.ts';

/** The frame's HTML with the helpline's settings in it, ready as bytes. */
export type FramePage = { readonly plain: Buffer; readonly brotli: Buffer };

/**
 * Reads `frame.html` and writes the settings into it (contract/widget-settings.ts), so that they are there when nothing
 * else answers. Undefined when the build has no frame.
 */
export function readFramePage(folder: string, settings: WidgetSettings): FramePage | undefined {
  const html = readIfThere(join(folder, 'frame.html'));
  if (html === undefined) return undefined;
  const plain = Buffer.from(withSettings(html, settings));
  return { plain, brotli: brotliCompressSync(plain) };
}

/** Puts `<meta name="helpline-settings">` into the page, in the place of the one that the build may hold. */
export function withSettings(source: string, settings: WidgetSettings): string {
  const html = withContactDetails(source, settings);
  const meta = `<meta name="helpline-settings" content="${escapeAttribute(JSON.stringify(settings))}">`;
  const existing = /<meta\s+name="helpline-settings"[^>]*>/i;
  if (existing.test(html)) return html.replace(existing, () => meta);
  return html.replace(/<head[^>]*>/i, (head) => `${head}\n    ${meta}`);
}

/** Fills in `{{phone}}`, `{{mailAddress}}` and `{{exitUrl}}`, which the page shows where no script runs. */
function withContactDetails(html: string, { phone, mailAddress, exitUrl }: WidgetSettings): string {
  const words: Readonly<Record<string, string>> = { phone, mailAddress, exitUrl };
  return html.replaceAll(/\{\{(\w+)\}\}/g, (braces, name: string) => {
    const word = words[name];
    return word === undefined ? braces : escapeAttribute(word);
  });
}

/** HTML standard, attribute value in double quotes; the angle brackets too, so that no reader is misled. */
function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
