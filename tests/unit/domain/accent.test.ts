import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accentTones, contrast, readableBelowWhite } from '../../../appservice/domain/accent.ts';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** The screens' own words and grounds, of `widget/frame/frame.css`. */
const words = { onAccentInDark: '#062321', inkInLight: '#1b2324', inkInDark: '#e9eeed' };
const darkGround = '#14191a';

describe('the accent colour', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#0f6460', '#ffffff', 6.97],
  ])('has the contrast that WCAG defines: %s on %s', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 1);
  });

  it('is made darker, and no darker than it must be, until white words can be read on it', () => {
    expect(readableBelowWhite('#0f6460')).toBe('#0f6460');
    expect(contrast(readableBelowWhite('#ff9900'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(readableBelowWhite('#ff9900'), '#ffffff')).toBeLessThan(4.8);
  });

  it('has tones in which all words can be read, whatever colour is set', () => {
    fc.assert(
      fc.property(colours.map(readableBelowWhite), (accent) => {
        const { light, lightQuiet, dark, darkQuiet } = accentTones(accent);
        const all = [
          contrast(light, '#ffffff'),
          contrast(dark, darkGround),
          contrast(dark, words.onAccentInDark),
          contrast(lightQuiet, words.inkInLight),
          contrast(darkQuiet, words.inkInDark),
        ];
        expect(Math.min(...all)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
