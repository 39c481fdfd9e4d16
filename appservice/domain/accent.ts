/** A colour as `#rrggbb`. */
export type Colour = string;

/** What the screens make of the helpline's one accent colour; white words stand on `light`, dark words on `dark`. */
export type AccentTones = {
  /** On a white ground, and below white words. */
  readonly light: Colour;
  /** The ground of what is chosen, below dark words. */
  readonly lightQuiet: Colour;
  /** On a dark ground, and below dark words. */
  readonly dark: Colour;
  /** The ground of what is chosen, below light words. */
  readonly darkQuiet: Colour;
};

type Rgb = readonly [number, number, number];

/** The least contrast of words and their ground (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** The ground of the dark screens, `--surface` of `widget/frame/frame.css`. */
const darkGround: Colour = '#14191a';

/** What the accent has to have on the dark ground, so that its dark words have `leastContrast` on the accent, too. */
const leastOnDark = 6;

/** How finely a colour is moved towards another, in steps from one to the other. */
const steps = 50;

/** The contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The nearest darker tone on which white words can be read; the colour itself when they can be read on it. */
export function readableBelowWhite(colour: Colour): Colour {
  return nearest(colour, '#000000', (tone) => contrast(tone, '#ffffff') >= leastContrast);
}

/** The tones of an accent on which white words can be read. Those for a dark screen are as near to it as can be read there. */
export function accentTones(accent: Colour): AccentTones {
  return {
    light: accent,
    lightQuiet: mix('#ffffff', accent, 0.1),
    dark: nearest(accent, '#ffffff', (tone) => contrast(tone, darkGround) >= leastOnDark),
    darkQuiet: mix(darkGround, accent, 0.3),
  };
}

function nearest(from: Colour, to: Colour, isEnough: (tone: Colour) => boolean): Colour {
  const tones = Array.from({ length: steps + 1 }, (_, step) => mix(from, to, step / steps));
  return tones.find(isEnough) ?? to;
}

/** A colour with a share of another in it, 0 to 1. */
function mix(one: Colour, other: Colour, share: number): Colour {
  const [from, to] = [rgbOf(one), rgbOf(other)];
  const mixed = from.map((part, index) => Math.round(part + ((to[index] ?? part) - part) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2, definition of relative luminance. */
function luminance(colour: Colour): number {
  const [red, green, blue] = rgbOf(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function rgbOf(colour: Colour): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}
