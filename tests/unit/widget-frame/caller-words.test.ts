import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../../scripts/stack/checkout.ts';
import { deviceStores } from '../../../appservice/contract/device-stores.ts';
import { readCallerWords, type CallerWords } from '../../../scripts/texts/caller-words.ts';
import { reviewList } from '../../../scripts/texts/review-list.ts';
import { languages, type Language } from '../../../widget/frame/state/language.ts';
import { childTexts, textsOf } from '../../support/caller-texts.ts';

const all = await readCallerWords();
const ofChat = all.filter(({ name }) => name.includes('chat'));
const forChildren = all.filter(({ isForChildren }) => isForChildren);
const named = (words: readonly CallerWords[]) => words.map((each) => [each.name, each] as const);
const placesOf = (sentence: string): string => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort().join();

/** Each sentence as its words; a date, a number and an address count as one, and signs alone as none. */
const sentencesOf = ({ texts }: CallerWords): readonly string[][] =>
  Object.values(texts)
    .flatMap((text) => text.split(/(?<=[.?])\s+/u))
    .map((sentence) => sentence.split(/[\s\u202f]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)));

/** The texts in which something stands that must not, with their keys. */
const textsWith = ({ texts }: CallerWords, pattern: RegExp): readonly string[] =>
  Object.entries(texts).flatMap(([key, text]) => (pattern.test(text) ? [`${key}: ${text}`] : []));

/** Words that say who somebody is to the violence; nobody is addressed by one (R4). */
const roles = /slachtoffer|dader|pleger|victim|perpetrator|offender|abuser|agress(eur|ive)|coupable|auteur/i;

/** Words of the trade, of law and of computers that callers at level B1 need not know (S10). */
const jargon: Readonly<Record<Language, RegExp>> = {
  nl: /encryptie|server|sessie|token|cliënt|hulpverlen|casus|traject|account|authenti|verifi|cache|URL|procedure|conform|betreffende|teneinde|middels|desbetreff|gelieve|dient u/i,
  en: /encryption|server|session|token|client|case ?work|account|authenti|verif|cache|URL|procedure|pursuant|regarding|in order to|utili[sz]e|hereby/i,
  fr: /cryptage|chiffrement|serveur|session|jeton|usager|bénéficiaire|\bcompte|authenti|en cache|URL|procédure|conformément|veuillez|afin de|concernant|susmentionné/i,
};

/** What children need not know either; each has other words for it (S11). */
const jargonToChildren: Readonly<Record<Language, RegExp>> = {
  nl: /versleuteld|gegevens|medewerker|browser|beveiliging|verbinding|IP-adres|privacy|rechten|verwerk|werkdag/i,
  en: /encrypt|\bdata\b|counsellor|browser|security|connection|IP address|privacy|rights|working day/i,
  fr: /chiffr|données|navigateur|sécurité|connexion|adresse IP|vie privée|droits|ouvrable/i,
};

describe.each(named(all))('the words of %s', (_name, words) => {
  const longest = words.isForChildren ? 17 : 20;
  const average = words.isForChildren ? 10 : 15;

  test('make sentences that are short on average, and none that is long (S10, S11)', () => {
    const lengths = sentencesOf(words).map((sentence) => sentence.length);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(average);
    const long = sentencesOf(words).filter((sentence) => sentence.length > longest);
    expect(long.map((sentence) => sentence.join(' '))).toEqual([]);
  });

  test('are none of the trade, of law or of computers', () => {
    expect(textsWith(words, jargon[words.language])).toEqual([]);
  });

  test('put nobody into a drawer (R4)', () => {
    expect(textsWith(words, roles)).toEqual([]);
  });

  test('never shout, threaten or count down (S12)', () => {
    expect(textsWith(words, /[!]|…|\.\.\./)).toEqual([]);
  });

  test('never ask to lower a defence', () => {
    expect(textsWith(words, /antivirus|firewall|pare-feu|pop-?up|blocker|bloqueur|flash/i)).toEqual([]);
  });
});

describe.each(named(ofChat))('the sentences of %s', (_name, { texts }) => {
  const dutch = textsOf('nl');

  test('have the keys of Dutch, and none is empty (R7)', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(dutch).sort());
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('have the places of Dutch', () => {
    const different = Object.entries(texts).filter(
      ([key, text]) => placesOf(text) !== placesOf(dutch[key as keyof typeof dutch]),
    );
    expect(different).toEqual([]);
  });

  test('say what 1712 is and is not', () => {
    expect(texts['start.isFor']).toMatch(/^(Le )?1712 /);
    expect(texts['start.isNotFor']).toMatch(/101.*112/);
  });

  test('stand under a title that says nothing (S9)', () => {
    expect(texts['frame.title']).toBe('Info');
  });
});

describe.each(named(forChildren))('the sentences of %s', (_name, words) => {
  test('use no word that children do not know (S11)', () => {
    expect(textsWith(words, jargonToChildren[words.language])).toEqual([]);
  });

  test('are other ones than those for everybody, where there are any', () => {
    const everybody = textsOf(words.language);
    const same = Object.entries(childTexts[words.language]).filter(
      ([key, text]) => text === everybody[key as keyof typeof everybody],
    );
    expect(same).toEqual([]);
  });
});

describe('the words in Dutch', () => {
  test('say je, never u', () => {
    const dutch = all.filter(({ language }) => language === 'nl');
    expect(dutch.flatMap((words) => textsWith(words, /\b(u|uw|uzelf)\b/i))).toEqual([]);
  });
});

describe('the words in French', () => {
  const tu = /(?<!\p{L})(tu|te|toi|ton|ta|tes)(?!\p{L})|(?<!\p{L})t’/iu;
  const vous = /(?<!\p{L})(vous|votre|vos|(?!chez|assez|nez)\p{L}+ez)(?!\p{L})/iu;
  const french = all.filter(({ language }) => language === 'fr');

  test('say vous to everybody, as Belgian helplines do, and tu to children', () => {
    const wrong = french.flatMap((words) => textsWith(words, words.isForChildren ? vous : tu));
    expect(wrong).toEqual([]);
  });

  test('keep a question mark and a colon on the line of the word before them', () => {
    expect(french.flatMap((words) => textsWith(words, /[^\u202f][?:]/u))).toEqual([]);
  });
});

describe('what others see of the chat', () => {
  /** Words on the subject or the helpline, in three languages (S9). */
  const telling =
    /geweld|misbruik|mishandel|slachtoffer|hulplijn|violen|abuse|victim|helpline|maltrait|\babus|1712/i;

  test('says nothing about it: names of files and of what stays in a browser, and the title', () => {
    const files = ['frame', 'crypto', 'loader'].flatMap((folder) =>
      readdirSync(join(checkout, 'widget', folder), { recursive: true, encoding: 'utf8' }),
    );
    const title = /<title>(.*?)<\/title>/.exec(
      readFileSync(join(checkout, 'widget/frame/frame.html'), 'utf8'),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(
      [...files, ...Object.values(deviceStores).map(({ name }) => name), title?.[1] ?? ''].filter((name) =>
        telling.test(name),
      ),
    ).toEqual([]);
  });
});

describe('the list of what awaits a native reader', () => {
  const path = join(checkout, 'widget/frame/texts/REVIEW.md');
  const list = readFileSync(path, 'utf8');

  test('is up to date; "npm run texts" makes it so (S10)', () => {
    expect(list).toBe(reviewList(all, list));
    expect(languages.every((language) => list.includes(`| ${language}, chat for children`))).toBe(true);
  });

  test('forgets who read a row once a sentence in it has changed, and not before', () => {
    const [first] = all;
    if (first === undefined) throw new RangeError('no words');
    const written = reviewList([first], '').replace('nobody yet', 'counsellor of CAW Limburg, 2027-01-15');
    const read = reviewList([first], written);
    expect(read).toContain('counsellor of CAW Limburg, 2027-01-15');
    const texts = { ...first.texts, 'start.button': 'Begin' };
    expect(reviewList([{ ...first, texts }], read)).toContain('nobody yet');
  });
});
