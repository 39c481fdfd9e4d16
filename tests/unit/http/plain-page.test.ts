import { describe, expect, test } from '@jest/globals';
import type { PublicStatus } from '../../../appservice/contract/status.ts';
import {
  choosePageLanguage,
  pageLanguages,
} from '../../../appservice/adapters/http/plain-page/page-language.ts';
import { pageWordsOf } from '../../../appservice/adapters/http/plain-page/page-words-of.ts';
import { plainPage, type PlainPage } from '../../../appservice/adapters/http/plain-page/plain-page.ts';
import { openingHours, settings } from './public-settings.ts';

/** Monday the 23rd of November 2026, 17:05 in Brussels. */
const now = Date.UTC(2026, 10, 23, 16, 5);
const online: PublicStatus = { state: 'online', reason: null, nextOpening: null };

function page(change: Partial<PlainPage> = {}): string {
  return plainPage({ language: 'nl', status: online, openingHours, settings, now, ...change }).markup;
}

/** The words of a page, without its elements. */
function wordsOf(markup: string): string {
  return markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

function offline(reason: PublicStatus['reason'], nextOpening: string | null = null): PublicStatus {
  return { state: 'offline', reason, nextOpening };
}

describe('the page without a script', () => {
  test.each([
    [online, 'De chat is open. Chatten kan alleen met JavaScript'],
    [{ ...online, state: 'busy' }, 'De chat is even bezet. Alle medewerkers zijn in gesprek.'],
    [offline('closed'), 'De chat is nu gesloten. Chatten kan'],
    [offline('holiday'), 'De chat is nu gesloten. Het is een feestdag.'],
    [offline('exceptional'), 'De chat is nu niet bereikbaar. Dat was niet voorzien.'],
    [offline('nobody'), 'Er is nu niemand in de chat. Kom gerust straks'],
    [offline('fault'), 'De chat werkt nu niet. Er is iets mis bij ons.'],
  ] as const)('says how the chat is: %j', (status, sentence) => {
    expect(wordsOf(page({ status }))).toContain(sentence);
  });

  test.each([
    ['nl', '2026-11-23T18:00:00.000Z', 'We openen vandaag om 19 uur.'],
    ['nl', '2026-11-24T16:00:00.000Z', 'We openen morgen om 17 uur.'],
    ['nl', '2026-12-01T16:30:00.000Z', 'We openen dinsdag 1 december om 17.30 uur.'],
    ['en', '2026-11-24T16:00:00.000Z', 'We open tomorrow at 17:00.'],
    ['en', '2026-12-01T16:30:00.000Z', 'We open on Tuesday 1 December at 17:30.'],
    ['fr', '2026-11-24T16:00:00.000Z', 'Nous ouvrons demain à 17\u202fh.'],
    ['fr', '2026-12-01T16:30:00.000Z', 'Nous ouvrons le mardi 1er décembre à 17\u202fh\u202f30.'],
  ] as const)('says in %s when it opens: %s', (language, nextOpening, sentence) => {
    expect(page({ language, status: offline('closed', nextOpening) })).toContain(sentence);
  });

  test('shows the hours of the coming week with what differs from the plan', () => {
    const changed = {
      ...openingHours,
      exceptions: [
        { day: '2026-11-24', spans: [] },
        {
          day: '2026-11-26',
          spans: [
            { startMinute: 540, endMinute: 720 },
            { startMinute: 780, endMinute: 1_440 },
          ],
        },
        { day: '2026-11-27', spans: [{ startMinute: 0, endMinute: 1_440 }] },
      ],
    };
    const rows = [...page({ openingHours: changed }).matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      wordsOf(row).trim(),
    );
    expect(rows).toEqual([
      'vandaag gesloten',
      'morgen gesloten',
      'woensdag 25 november gesloten',
      'donderdag 26 november 9 uur tot 12 uur, 13 uur tot 24 uur',
      'vrijdag 27 november de hele dag',
      'zaterdag 28 november gesloten',
      'zondag 29 november gesloten',
    ]);
  });

  test('says when it was so, because it does not follow', () => {
    expect(wordsOf(page())).toContain('Zo was het om 17.05 uur. Kijk opnieuw');
  });

  test.each(pageLanguages)('leads in %s to exit, 101, 112, phone and mail, in this order', (language) => {
    const links = [...page({ language }).matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
    expect(links[0]).toMatch(/^https:\/\/www\.example\.org\//);
    expect(links.filter((href) => /^(tel|mailto):/.test(href ?? ''))).toEqual([
      'tel:101',
      'tel:112',
      'tel:1712',
      'mailto:chat@example.org',
    ]);
    expect(page({ language })).toMatch(/<a class="exit-this-page" href="[^"]*" target="_top"/);
  });

  test.each(pageLanguages)('is in %s and offers the other two, each named in its own words', (language) => {
    const markup = page({ language });
    expect(markup).toContain(`<div class="plain" lang="${language}">`);
    const others = [...markup.matchAll(/lang="(\w+)" hreflang="\w+">([^<]*)</g)].map(([, ...found]) => found);
    expect(others).toEqual(
      pageLanguages.filter((each) => each !== language).map((each) => [each, pageWordsOf(each).ownName]),
    );
  });

  test('escapes whatever the configuration says', () => {
    const hostile = { ...settings, phone: '"><img src=x>', mailAddress: `a&<b>@example.org` };
    const markup = page({ settings: hostile });
    expect(markup).not.toMatch(/<(img|b|script)\b/);
    expect(markup).toContain('mailto:a&amp;&lt;b&gt;@example.org');
  });

  test('says that it is a demo when it is one, and only then', () => {
    expect(page()).not.toContain(pageWordsOf('nl').demo);
    expect(page({ settings: { ...settings, isDemo: true } })).toContain(pageWordsOf('nl').demo);
  });

  test.each(pageLanguages)(
    'is calm and easy in %s: no exclamation, no long sentence, no word on the subject',
    (language) => {
      const reasons = ['closed', 'holiday', 'exceptional', 'nobody', 'fault'] as const;
      for (const reason of reasons) {
        const text = wordsOf(page({ language, status: offline(reason, '2026-12-01T16:30:00.000Z') }));
        expect(text).not.toMatch(/!|geweld|misbruik|violence|abuse|maltraitance|undefined/i);
        const sentences = text.split(/[.?](?:\s|$)/).map((each) => each.trim().split(' ').length);
        expect(sentences.reduce((sum, each) => sum + each, 0) / sentences.length).toBeLessThan(15);
      }
    },
  );
});

describe('the language of the page', () => {
  test.each([
    [{ named: 'fr', accepted: 'nl' }, 'fr'],
    [{ named: 'fr-BE', accepted: undefined }, 'fr'],
    [{ named: 'xx', accepted: 'en-GB,en;q=0.9' }, 'en'],
    [{ named: null, accepted: 'de, en;q=0.5, fr;q=0.8' }, 'fr'],
    [{ named: null, accepted: 'FR-be' }, 'fr'],
    [{ named: null, accepted: 'en;q=0, de' }, 'nl'],
    [{ named: null, accepted: 'en;q=x, fr;q=0.1' }, 'en'],
    [{ named: null, accepted: '*' }, 'nl'],
    [{ named: '', accepted: '' }, 'nl'],
    [{ named: null, accepted: undefined }, 'nl'],
  ] as const)('of %j is %s', (wishes, language) => {
    expect(choosePageLanguage(wishes)).toBe(language);
  });
});
