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
