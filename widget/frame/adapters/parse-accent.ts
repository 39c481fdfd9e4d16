import type { AccentSettings } from '../../../appservice/contract/widget-settings.ts';

/** The accent as the appservice writes it; null when it is not there or not whole, and then the chat has its own green. */
export function parseAccent(value: unknown): AccentSettings | null {
  if (typeof value !== 'object' || value === null) return null;
  const tones = value as Record<string, unknown>;
  const { light, lightQuiet, dark, darkQuiet } = tones;
  if (!isColour(light) || !isColour(lightQuiet) || !isColour(dark) || !isColour(darkQuiet)) return null;
  return { light, lightQuiet, dark, darkQuiet };
}

function isColour(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}
