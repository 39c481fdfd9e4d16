import type { AccentSettings } from '../../../appservice/contract/widget-settings.ts';

/** The properties under which the style sheet looks for the tones of a helpline's own accent. */
export function accentProperties(accent: AccentSettings): Readonly<Record<string, string>> {
  return {
    '--own-accent': accent.light,
    '--own-accent-quiet': accent.lightQuiet,
    '--own-accent-dark': accent.dark,
    '--own-accent-dark-quiet': accent.darkQuiet,
  };
}

/**
 * Gives the helpline's own accent to the style sheet, which has one for when there is none. It goes through the object model,
 * because the page's policy allows no style in the markup (S21).
 */
export function paintAccent({ style }: HTMLElement, accent: AccentSettings | null): void {
  if (accent === null) return;
  for (const [name, tone] of Object.entries(accentProperties(accent))) style.setProperty(name, tone);
}

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
