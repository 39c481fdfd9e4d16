import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { deviceStores } from '../../../appservice/contract/device-stores.ts';
import { shippedNoticeVersion } from '../../../appservice/domain/notice-version.ts';
import { exampleSettings } from '../../../widget/frame/components/example-settings.ts';
import type { PageSource } from '../../../widget/frame/components/info-page/page-content.ts';
import { pageContents } from '../../../widget/frame/components/info-page/page-contents.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import type { InfoPageName } from '../../../widget/frame/state/open-page.ts';
import { pageNews } from '../../../widget/frame/state/reduce-page.ts';
import { en } from '../../../widget/frame/texts/en.ts';
import { fr } from '../../../widget/frame/texts/fr.ts';
import { nl } from '../../../widget/frame/texts/nl.ts';
import {
  anna,
  createFrame,
  crypto,
  message,
  nowMs,
  opened,
  talking,
  view,
  waiting,
  write,
} from './frame-play.ts';

const open = (page: InfoPageName): FrameEvent => ({ kind: 'page-opened', page });
const closed: FrameEvent = { kind: 'page-closed' };
const escaped: FrameEvent = { kind: 'page-closed', byEscape: true };
const inSight: FrameEvent = { kind: 'sight-changed', isInSight: true };
const languages = { nl, en, fr } as const;

describe('a page over the screen', () => {
  test('leaves the screen as it is, and asks nothing of anybody', () => {
    const frame = createFrame(talking);
    const { screen } = frame.state();
    expect(frame.tell(open('traces'), open('privacy'), closed)).toEqual([]);
    expect(frame.state().screen).toBe(screen);
    expect(frame.state().page).toBeNull();
  });

  test('is closed by Escape, also as a form for faults where nothing was typed', () => {
    for (const page of ['traces', 'fault'] as const) {
      const frame = createFrame([...talking, { kind: 'page-opened', page }, escaped]);
      expect(frame.state().page).toBeNull();
    }
  });

  test('keeps typed words from Escape until they are sent', () => {
    const typed: FrameEvent = { kind: 'fault-edited', change: { description: 'Het scherm is wit' } };
    const frame = createFrame([...talking, { kind: 'page-opened', page: 'fault' }, typed]);
    frame.tell(escaped);
    expect(frame.state().page).toMatchObject({ form: { description: 'Het scherm is wit' } });
    frame.tell({ kind: 'fault-sent' }, escaped);
    expect(frame.state().page).toBeNull();
  });

  test('tells that a message came, once, and that a counsellor or another screen did', () => {
    const frame = createFrame([...talking, open('traces')]);
    expect(pageNews(frame.state())).toBeNull();
    frame.tell(message('$1', 'Dag'));
    expect([pageNews(frame.state()), frame.state().announcement]).toEqual(['message', 'page-message']);
    frame.tell(view({ phase: 'ended', endedBy: 'counsellor' }));
    expect([pageNews(frame.state()), frame.state().announcement]).toEqual(['screen', 'page-screen']);
    const alone = createFrame([...waiting, open('traces'), view({ phase: 'joined', counsellor: anna })]);
    expect(alone.state().announcement).toBe('page-counsellor');
  });

  test('goes on telling of the chat when another page takes its place', () => {
    const frame = createFrame([...talking, open('traces'), message('$1', 'Dag'), open('cookies')]);
    expect(pageNews(frame.state())).toBe('message');
  });

  test('hides what comes beneath it: it is read only when the page is gone', () => {
    const frame = createFrame([...talking, inSight, open('privacy')]);
    const receipt = { kind: 'crypto', order: { kind: 'read', eventId: '$1' } };
    expect(frame.tell(message('$1', 'Dag'))).not.toContainEqual(receipt);
    expect(frame.tell(closed)).toContainEqual(receipt);
  });

  test('goes with everything else on a quick exit, and when the frame breaks', () => {
    expect(createFrame([...opened, open('about'), { kind: 'left' }]).state().page).toBeNull();
    expect(createFrame([...opened, open('about'), { kind: 'frame-broke' }]).state().page).toBeNull();
    expect(createFrame([...opened, { kind: 'left' }, open('about')]).state().page).toBeNull();
  });
});

describe('the form for faults', () => {
  const openFault: FrameEvent = { kind: 'page-opened', page: 'fault' };
  const sent: FrameEvent = { kind: 'fault-sent' };
  const edited = (change: { description?: string; hasBrowser?: boolean }): FrameEvent => ({
    kind: 'fault-edited',
    change,
  });

  test('takes time, code and own words along, once, and the browser only when it is ticked (R32)', () => {
    const frame = createFrame([...talking, ...write('Mijn geheim'), { kind: 'view-lost' }, openFault]);
    frame.tell(edited({ description: 'Het hapert' }));
    const report = { noticedAt: nowMs, code: 'service-unreachable', description: 'Het hapert' };
    expect(frame.tell(sent)).toEqual([{ kind: 'report-fault', report: { ...report, hasBrowser: false } }]);
    expect(frame.tell(sent, edited({ description: 'Nog iets' }), sent)).toEqual([]);
    frame.tell(openFault, edited({ hasBrowser: true }));
    expect(frame.tell(sent)).toMatchObject([{ report: { description: '', hasBrowser: true } }]);
  });

  test.each<[string, readonly FrameEvent[]]>([
    ['start-unreachable', [...waiting.slice(0, -1), { kind: 'start-refused', problem: 'unreachable' }]],
    ['no-webassembly', [...waiting, crypto({ kind: 'failed', failure: 'no-webassembly' })]],
    ['ended-gone', [...talking, view({ phase: 'ended', endedBy: 'gone' })]],
    ['none', talking],
  ])('names what stands in the way: %s', (code, events) => {
    expect(createFrame([...events, openFault]).state().page).toMatchObject({ form: { code } });
  });

  test('says that it is not encrypted as the chat is, in each language', () => {
    expect(nl['fault.notEncrypted']).toMatch(/niet versleuteld/);
    expect(en['fault.notEncrypted']).toMatch(/not encrypted/);
  });
});

/** All words of a page, and all its links. */
function read(page: InfoPageName, source: Partial<PageSource> = {}) {
  const given = { texts: nl, settings: exampleSettings, canHide: true, ...source };
  const content = pageContents[page](given);
  const blocks = content.sections.flatMap((section) => section.blocks);
  return {
    content,
    words: JSON.stringify(content),
    links: blocks.flatMap((block) => (block.kind === 'link' ? [block.href] : [])),
    facts: blocks.flatMap((block) => (block.kind === 'facts' ? [block.rows] : [])),
  };
}

describe.each(Object.entries(languages))('the pages in %s', (_, texts) => {
  const { organisation } = exampleSettings;

  test('on privacy name three ways to complain, each authority with the day of its check (R41)', () => {
    const { links, words } = read('privacy', { texts });
    expect(links).toContain(`mailto:${organisation.privacyAddress}`);
    expect(links).toContain(organisation.flemishAuthority.url);
    expect(links).toContain(organisation.belgianAuthority.url);
    expect(words.split(`30 ${texts['month.11']} 2026`)).toHaveLength(3);
  });

  test('on privacy show the version that the start sends along, and every team (R8, R80)', () => {
    const { words } = read('privacy', { texts, settings: { ...exampleSettings, noticeVersion: 'v3' } });
    expect(words).toContain(' v3 ');
    for (const team of organisation.teams) expect(words).toContain(team);
  });

  test('on privacy name each processor, and say so when there is none (R82)', () => {
    expect(read('privacy', { texts }).words).toContain(texts['privacy.processorsNone']);
    const processors = [{ name: 'Rekencentrum', purpose: 'servers' }];
    const settings = { ...exampleSettings, organisation: { ...organisation, processors } };
    const { words } = read('privacy', { texts, settings });
    expect(words.replaceAll('\u202f', '')).toContain('Rekencentrum: servers');
    expect(words).not.toContain(texts['privacy.processorsNone']);
  });

  test('on cookies tell of every store that we use, by its name (R85)', () => {
    const names = read('cookies', { texts }).facts.map((rows) => rows[0]?.[1]);
    expect(names).toEqual(Object.values(deviceStores).map(({ name }) => name));
  });

  test('about the chat say how to complain and what comes of it, and whose site it is (R40, R86)', () => {
    const { links, words } = read('about', { texts });
    expect(links).toContain(organisation.complaintUrl);
    expect(texts['about.complaintLink']).toMatch(/verwachten|expect|se passe ensuite/);
    expect(words).toContain(organisation.siteOwner);
    expect(links).toContain(`mailto:${organisation.generalAddress}`);
  });

  test('on traces say what the usual advice leaves out (R33)', () => {
    const { words } = read('traces', { texts });
    expect(words).toMatch(
      /lege geschiedenis kan opvallen|empty history can be noticed|historique vide peut se remarquer/,
    );
    expect(words).toMatch(/wachtwoorden wissen|clear saved passwords|effacer des mots de passe/);
    expect(words).toMatch(
      /toestel waar de andere persoon niet aan kan|device that the other person cannot get to|appareil que l’autre personne ne peut pas utiliser/,
    );
  });

  test('on leaving speak of Shift only where there may be keys, and of hiding only where that can be', () => {
    const about = (canHide: boolean) => read('leave-quickly', { texts, canHide }).content.sections;
    const ofKeys = about(true).filter((section) => JSON.stringify(section).includes('Shift'));
    expect(ofKeys.map(({ isForKeyboards }) => isForKeyboards)).toEqual([true]);
    const headings = (canHide: boolean) => about(canHide).map(({ heading }) => heading);
    expect(headings(true)).toContain(texts['leave.hideHeading']);
    expect(headings(false)).not.toContain(texts['leave.hideHeading']);
  });

  test('promise no term, because nothing is erased yet', () => {
    const words = (['privacy', 'cookies', 'traces', 'about'] as const)
      .map((page) => read(page, { texts }).words)
      .join(' ');
    expect(words).not.toMatch(/\bmaand(en)?\b|\bmonths?\b|\bjaar\b|\byears?\b/i);
  });
});

describe('what is left in a browser', () => {
  test('is two cookies at most, each bound to our own host and gone with the browser or after five minutes', () => {
    const cookies = Object.values(deviceStores).filter(({ kind }) => kind === 'cookie');
    expect(cookies.map(({ name }) => name)).toEqual(['__Host-session', '__Host-language']);
    expect(cookies.map(({ lifetimeMinutes }) => lifetimeMinutes)).toEqual([5, null]);
  });

  test('has no name that says what the chat is about (S9)', () => {
    const names = Object.values(deviceStores).map(({ name }) => name);
    expect(names.filter((name) => /geweld|misbruik|hulp|help|violence|abuse|1712/i.test(name))).toEqual([]);
  });
});

describe('the words of the privacy notice', () => {
  /** Made anew, with a new version in `notice-version.ts`, when a word of the notice changes (R8). */
  const digests = { version: '5', nl: '4edd866f1ad0d45f', en: '279c624fcfd606e6', fr: '03cfdfbeea55759d' };

  test.each(Object.entries(languages))('in %s are those of the shipped version', (language, texts) => {
    const notice = Object.entries(texts).filter(([key]) => /^(privacy|start\.privacy)/.test(key));
    const digest = createHash('sha256').update(JSON.stringify(notice)).digest('hex').slice(0, 16);
    expect([shippedNoticeVersion, digest]).toEqual([
      digests.version,
      digests[language as 'nl' | 'en' | 'fr'],
    ]);
  });
});
