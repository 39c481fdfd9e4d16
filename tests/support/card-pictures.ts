/**
 * `npm run cards`: draws the cards on the pages for counsellors and coordinators (`config/element`) from the real messages of a
 * running stack: what the desk sent, as a counsellor's program decrypted it, with the signs that lie under it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { startDeskCounsellor, startOnDuty, type DeskCounsellor } from './caller-counsellor.ts';
import { newCaller, type Caller } from './caller.ts';
import { withSignsDrawn } from './picture-signs.ts';
import { startWorld } from './world.ts';

const folder = join(import.meta.dirname, '../../config/element/pictures');

/** A message as Element shows it: who says it, its latest words, and the signs under it. */
type DrawnMessage = { readonly body: string; readonly signs: readonly string[] };

const sheetStyle = `
  body { margin: 0; padding: 12px; width: 640px; background: #fff; font: 15px/1.45 Inter, "Helvetica Neue", Arial, sans-serif; color: #1b1d22; }
  .name { margin: 0 0 4px; font-weight: 600; color: #0a7d6f; }
  .body { margin: 0; padding: 10px 14px; border-radius: 8px; background: #f3f6f5; white-space: pre-wrap; }
  .signs { display: flex; flex-wrap: wrap; gap: 6px; margin: 6px 0 0; }
  .sign { padding: 1px 9px; border: 1px solid #c6d1ce; border-radius: 12px; background: #fff; }
  .key { padding: 0 5px; border: 1px solid #8a9794; border-radius: 3px; font-size: 13px; }`;

const world = await startWorld({ hasAppservice: true });
const browser = await startBrowser();
const people: DeskCounsellor[] = [];
try {
  mkdirSync(folder, { recursive: true });
  await walk();
} finally {
  await Promise.all(people.map((each) => each.stop()));
  await browser.close();
  await world.stop();
}

async function walk(): Promise<void> {
  const lotte = await startOnDuty(world, 'Lotte');
  people.push(lotte);
  const jef = await startDeskCounsellor(world, 'Jef');
  people.push(jef);
  const marleen = await startDeskCounsellor(world, 'Marleen');
  people.push(marleen);
  const caller = await newCaller(browser, world, { size: { width: 390, height: 760 } });
  const caseNumber = await talk(caller, lotte);
  await jef.command('!aan', /^Je staat aan/u);
  await draw('standing', lastOf(marleen, (await marleen.command('!stand', /^Zo staat het/u)).eventId));
  await drawQuestion('hand-over', jef, () => lotte.command('!geef Jef', /ik vraag Jef/u));
  await jef.command('!niet', /gesprek/u);
  await drawQuestion('backup', marleen, () => lotte.command('!collega', /oproep/u));
  await draw('held', lastOf(lotte, heldCard(lotte, caseNumber)));
  await lotte.command('!einde', /afgelopen/u);
  const asked = lotte.hear(/^\d+\/\d+ · /u);
  await lotte.command('!registreer', /^Registreren/u);
  await drawWhenSigned('register', lotte, (await asked).eventId);
}

/** A caller from Limburg talks with Lotte; tells the number of the conversation. */
async function talk(caller: Caller, lotte: DeskCounsellor): Promise<string> {
  const rings = lotte.nextCard();
  await caller.open();
  await caller.start({ nickname: 'Mier', postcode: '3500' });
  const card = await rings;
  await draw('ring', lastOf(lotte, card.eventId));
  const roomId = await lotte.enter(card);
  await lotte.counsellor.waitFor('words', (event) => event.roomId === roomId);
  await lotte.say(roomId, 'Dag Mier, fijn dat je schrijft.');
  await caller.see('Dag Mier, fijn dat je schrijft.');
  return card.caseNumber;
}

async function drawQuestion(name: string, who: DeskCounsellor, ask: () => Promise<unknown>): Promise<void> {
  const heard = who.hear(/vraagt/u);
  await ask();
  await drawWhenSigned(name, who, (await heard).eventId);
}

async function drawWhenSigned(name: string, who: DeskCounsellor, eventId: string): Promise<void> {
  await who.counsellor.waitFor('reaction', ({ to, key }) => to === eventId && /[❌⏭]/u.test(key));
  await draw(name, lastOf(who, eventId));
}

/** The event of the card that is edited as the conversation goes on: the one that rang. */
function heldCard({ counsellor }: DeskCounsellor, caseNumber: string): string {
  const card = counsellor.events.find(
    (event) => event.kind === 'words' && event.edits === null && event.body.includes(`gesprek ${caseNumber}`),
  );
  return card?.kind === 'words' ? card.eventId : '';
}

/** A message with its latest words. */
function lastOf({ counsellor }: DeskCounsellor, eventId: string): DrawnMessage {
  const words = counsellor.events.filter(
    (event) => event.kind === 'words' && (event.eventId === eventId || event.edits === eventId),
  );
  const last = words.at(-1);
  const signs = counsellor.events.flatMap((event) =>
    event.kind === 'reaction' && event.to === eventId ? [event.key] : [],
  );
  return { body: last?.kind === 'words' ? last.body.replace(/^\* /u, '') : '', signs: [...new Set(signs)] };
}

async function draw(name: string, message: DrawnMessage): Promise<void> {
  const sheet = await (browser satisfies Browser).newPage({
    viewport: { width: 664, height: 200 },
    deviceScaleFactor: 2,
  });
  await sheet.setContent(`<style>${sheetStyle}</style>${bubbleOf(message)}`);
  await sheet.locator('body').screenshot({ path: join(folder, `${name}.png`) });
  await sheet.close();
}

function bubbleOf({ body, signs }: DrawnMessage): string {
  const chips = signs.map((sign) => `<span class="sign">${drawn(sign)} 1</span>`).join('');
  const row = signs.length === 0 ? '' : `<div class="signs">${chips}</div>`;
  return `<p class="name">1712 Balie</p><p class="body">${drawn(body)}</p>${row}`;
}

/** Keycaps are drawn as keys, because a machine without an emoji font shows three loose signs. */
function drawn(words: string): string {
  return withSignsDrawn(words.replaceAll('\uFE0F', '')).replace(
    /([0-9#*])\u20E3/gu,
    '<span class="key">$1</span>',
  );
}
