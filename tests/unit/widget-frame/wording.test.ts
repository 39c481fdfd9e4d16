import { describe, expect, test } from '@jest/globals';
import { firstWording } from '../../../widget/frame/adapters/first-wording.ts';
import { recallLanguage, rememberLanguage } from '../../../widget/frame/adapters/language-cookie.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import { chooseLanguage, languageOfTag } from '../../../widget/frame/state/language.ts';
import type { Wording } from '../../../widget/frame/state/wording.ts';
import { createTextShelf, fetchFirst } from '../../../widget/frame/text-shelf.ts';
import { loadTexts } from '../../../widget/frame/texts/load-texts.ts';
import { textsOf } from '../../support/caller-texts.ts';
import { createFrame, opened } from './frame-play.ts';

const french: Wording = { language: 'fr', audience: 'everybody' };
const frenchChild: Wording = { language: 'fr', audience: 'child' };
const choice: FrameEvent = { kind: 'language-chosen', language: 'fr' };

describe('the language of the first screen', () => {
  test('is the caller’s own choice, else the page’s, else the first of the browser that we speak', () => {
    const browser = ['de', 'en-GB', 'nl'];
    expect(chooseLanguage({ chosen: 'fr', asked: 'nl', browser })).toBe('fr');
    expect(chooseLanguage({ chosen: null, asked: 'nl', browser })).toBe('nl');
    expect(chooseLanguage({ chosen: null, asked: null, browser })).toBe('en');
  });

  test('is French for a browser in Belgian French, and Dutch when we speak none of its languages (R7)', () => {
    expect(chooseLanguage({ chosen: null, asked: null, browser: ['fr-BE'] })).toBe('fr');
    expect(chooseLanguage({ chosen: 'x', asked: 'it', browser: ['de'] })).toBe('nl');
    expect(languageOfTag('frisian')).toBeUndefined();
  });

  test('is read from what was kept, from the address and from the browser', () => {
    const address = { search: '?language=fr', hash: '#child' };
    const browserLanguages = ['en'];
    expect(firstWording({ page: { cookie: '' }, address, browserLanguages })).toEqual(frenchChild);
    const page = { cookie: 'session=x; language=nl' };
    expect(firstWording({ page, address: { search: '', hash: '' }, browserLanguages })).toEqual({
      language: 'nl',
      audience: 'everybody',
    });
  });
});

describe('the cookie of the language', () => {
  test('holds the code alone, for this site only, until the browser ends (R84)', () => {
    const page = { cookie: '' };
    rememberLanguage(page, true, 'fr');
    expect(page.cookie).toBe('__Host-language=fr; Path=/; SameSite=Strict; Secure');
    rememberLanguage(page, false, 'en');
    expect(page.cookie).toBe('language=en; Path=/; SameSite=Strict');
  });

  test('may be refused by the browser: nothing breaks, and nothing was kept (R85)', () => {
    const refusing = {
      get cookie(): string {
        throw new TypeError('blocked');
      },
      set cookie(_text: string) {
        throw new TypeError('blocked');
      },
    };
    expect(() => {
      rememberLanguage(refusing, true, 'fr');
    }).not.toThrow();
    expect(recallLanguage(refusing)).toBeNull();
  });
});

describe('a choice of language', () => {
  test('loads its words, keeps what is shown meanwhile, and is remembered', () => {
    const frame = createFrame(opened);
    expect(frame.tell(choice)).toEqual([
      { kind: 'remember-language', language: 'fr' },
      { kind: 'load-texts', wording: french },
    ]);
    expect(frame.state().language).toBe('nl');
    frame.tell({ kind: 'texts-came', wording: french });
    expect(frame.state()).toMatchObject({ ...french, wantedWording: null });
  });

  test('whose words do not come leaves the language as it was, and is said', () => {
    const frame = createFrame([...opened, choice, { kind: 'texts-missing', wording: french }]);
    expect(frame.state()).toMatchObject({
      language: 'nl',
      missingLanguage: 'fr',
      announcement: 'language-missing',
    });
    frame.tell({ kind: 'language-chosen', language: 'en' });
    expect(frame.state().missingLanguage).toBeNull();
  });

  test('counts no more once another one was made', () => {
    const frame = createFrame([...opened, choice, { kind: 'language-chosen', language: 'nl' }]);
    expect(frame.tell({ kind: 'texts-came', wording: french })).toEqual([]);
    expect(frame.state().language).toBe('nl');
    frame.tell({ kind: 'texts-missing', wording: french });
    expect(frame.state().missingLanguage).toBeNull();
  });

  test('is nothing that the browser keeps when it was not made', () => {
    const effects = createFrame().tell(...opened);
    expect(effects.map(({ kind }) => kind)).not.toContain('remember-language');
  });
});

describe('the words for children', () => {
  const questionsOf = (age: string): FrameEvent[] => [
    ...opened,
    { kind: 'start-pressed' },
    { kind: 'intake-edited', fields: { age } },
    { kind: 'intake-finished', hasSkipped: false, requestSecret: 'secret' },
  ];
  const wanted = (age: string) => createFrame(questionsOf(age)).state().wantedWording;

  test('are wanted from the answer to the question of age on (R3)', () => {
    expect(wanted('12')).toEqual({ language: 'nl', audience: 'child' });
    expect(wanted('13')).toBeNull();
    expect(wanted('')).toBeNull();
  });

  test('stay through a change of language', () => {
    const child: Wording = { language: 'nl', audience: 'child' };
    const frame = createFrame([...questionsOf('9'), { kind: 'texts-came', wording: child }]);
    expect(frame.tell(choice)).toContainEqual({ kind: 'load-texts', wording: frenchChild });
  });

  test('stand in the place of those for everybody, and all others stay', async () => {
    const texts = await loadTexts(frenchChild, {});
    expect(texts).toEqual(textsOf('fr', 'child'));
    expect(texts['exit.button']).toBe(textsOf('fr')['exit.button']);
  });
});

describe('the administrator’s own words', () => {
  const overrides = {
    nl: { everybody: { 'start.heading': 'Praat met ons', 'line.taken': 'Een ogenblik.' }, child: {} },
  };

  test('stand in the place of ours', async () => {
    const texts = await loadTexts({ language: 'nl', audience: 'everybody' }, overrides);
    expect([texts['start.heading'], texts['line.taken']]).toEqual(['Praat met ons', 'Een ogenblik.']);
    expect(texts['start.button']).toBe(textsOf('nl')['start.button']);
  });

  test('for everybody are not read by children where there are words for children', async () => {
    const texts = await loadTexts({ language: 'nl', audience: 'child' }, overrides);
    expect(texts['start.heading']).toBe('Praat met ons');
    expect(texts['line.taken']).toBe(textsOf('nl', 'child')['line.taken']);
    const own = { nl: { everybody: {}, child: { 'line.taken': 'Er komt iemand aan.' } } };
    const forChild = await loadTexts({ language: 'nl', audience: 'child' }, own);
    expect(forChild['line.taken']).toBe('Er komt iemand aan.');
  });
});

describe('the shelf of words', () => {
  const failing = (missing: readonly string[]) => {
    const asked: string[] = [];
    const load = (wording: Wording) => {
      const name = `${wording.language} ${wording.audience}`;
      asked.push(name);
      return missing.includes(name)
        ? Promise.reject(new TypeError('offline'))
        : Promise.resolve(textsOf('nl'));
    };
    return { asked, shelf: createTextShelf({}, load) };
  };

  test('loads the same words once, and asks again for those that did not come', async () => {
    const { asked, shelf } = failing(['fr everybody']);
    expect(await shelf.fetch(french)).toBe(false);
    expect(await shelf.fetch(french)).toBe(false);
    expect(await shelf.fetch(frenchChild)).toBe(true);
    expect(await shelf.fetch(frenchChild)).toBe(true);
    expect(asked).toEqual(['fr everybody', 'fr everybody', 'fr child']);
  });

  test('begins with other words rather than with none', async () => {
    expect(await fetchFirst(failing(['fr child']).shelf, frenchChild)).toEqual(french);
    expect(await fetchFirst(failing(['fr child', 'fr everybody']).shelf, frenchChild)).toEqual({
      language: 'nl',
      audience: 'everybody',
    });
    const nothing = failing(['fr child', 'fr everybody', 'nl everybody']);
    expect(await fetchFirst(nothing.shelf, frenchChild)).toBeUndefined();
  });
});
