import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accentTones } from '../../../appservice/domain/accent.ts';
import { checkout } from '../../../scripts/stack/checkout.ts';
import { accentProperties } from '../../../widget/frame/adapters/paint-accent.ts';
import { parseAccent } from '../../../widget/frame/adapters/parse-accent.ts';

const accent = accentTones('#7a1fa2');

describe('the accent that the page was given', () => {
  it('is taken as the appservice writes it', () => {
    expect(parseAccent(JSON.parse(JSON.stringify(accent)))).toEqual(accent);
  });

  it.each([
    ['nothing', null],
    ['a colour that is more than a colour', { ...accent, dark: '#123456; background: url(//x)' }],
    ['a tone too few', { ...accent, darkQuiet: undefined }],
  ])('is the chat’s own green for %s', (_name, value) => {
    expect(parseAccent(value)).toBeNull();
  });

  it('has each of its tones in the style sheet', () => {
    const style = readFileSync(join(checkout, 'widget/frame/frame.css'), 'utf8');
    const unused = Object.keys(accentProperties(accent)).filter((name) => !style.includes(`var(${name},`));
    expect(unused).toEqual([]);
  });
});
