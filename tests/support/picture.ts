/**
 * `npm run picture`: makes the pictures of the README from the running thing: a caller's page in a real browser beside what the
 * counsellor of the same conversation sees and writes, and the caller's way on a phone.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { startOnDuty, type DeskCounsellor } from './caller-counsellor.ts';
import { newCaller, type Caller } from './caller.ts';
import { withSignsDrawn } from './picture-signs.ts';
import { startWorld } from './world.ts';

const folder = join(import.meta.dirname, '../../.github');
const size = { width: 390, height: 760 };

const sheetStyle = `
  body { margin: 20px; display: flex; gap: 20px; background: #eef1f0; }
  img, pre { margin: 0; height: ${size.height}px; border-radius: 12px; box-shadow: 0 2px 12px #0003; box-sizing: border-box; }
  pre { flex: 1; padding: 20px; overflow: hidden; white-space: pre-wrap; background: #17201f; color: #dfe9e6; font: 14px/1.45 monospace; }`;

const world = await startWorld({ hasAppservice: true });
const browser = await startBrowser();
try {
  const counsellor = await startOnDuty(world, 'Lotte');
  const caller = await newCaller(browser, world, { size });
  const screens = await walk(caller, counsellor);
  mkdirSync(folder, { recursive: true });
  await drawConversation(browser, screens.talking, transcriptOf(counsellor));
  await drawPhone(browser, Object.values(screens));
  await counsellor.stop();
} finally {
  await browser.close();
  await world.stop();
}

/** The caller's screens, in the order in which somebody meets them. */
type Screens = Readonly<Record<'start' | 'questions' | 'waiting' | 'talking' | 'ended', Buffer>>;

async function walk(caller: Caller, counsellor: DeskCounsellor): Promise<Screens> {
  const { page, frame, texts } = caller;
  const rings = counsellor.nextCard();
  await caller.open();
  await caller.see(texts['status.online']);
  const start = await page.screenshot();
  await caller.press('start.button');
  await frame.getByLabel(texts['intake.nickname'], { exact: true }).fill('Mier');
  await frame.getByLabel(texts['intake.postcode'], { exact: true }).fill('3500');
  const questions = await page.screenshot();
  await caller.press('intake.next');
  await caller.composer.waitFor();
  await caller.write('Dag. Ik weet niet goed hoe ik moet beginnen.');
  await caller.seeMark('Ik weet niet goed hoe', 'held');
  const waiting = await page.screenshot();
  await talk(caller, counsellor, await counsellor.enter(await rings));
  const talking = await page.screenshot();
  await caller.end();
  await caller.see(texts['feedback.heading']);
  return { start, questions, waiting, talking, ended: await page.screenshot() };
}

async function talk(caller: Caller, counsellor: DeskCounsellor, roomId: string): Promise<void> {
  await heard(counsellor, 'Ik weet niet goed hoe');
  await counsellor.say(roomId, 'Dag Mier, fijn dat je schrijft. Begin maar waar je wil, ik neem de tijd.');
  await caller.see('Begin maar waar je wil');
  await caller.write('Thuis is er vaak ruzie. Ik durf het aan niemand te zeggen.');
  const { eventId } = await heard(counsellor, 'Ik durf het aan niemand');
  await counsellor.counsellor.call('read', roomId, eventId);
  await caller.seeMark('Ik durf het aan niemand', 'read');
}

async function heard({ counsellor }: DeskCounsellor, words: string): Promise<{ readonly eventId: string }> {
  return await counsellor.waitFor('words', ({ body }) => body.includes(words));
}

/** What the counsellor's program noticed and what was written there, as a terminal shows it. */
function transcriptOf({ counsellor }: DeskCounsellor): string {
  const own = 'Dag Mier, fijn dat je schrijft. Begin maar waar je wil, ik neem de tijd.';
  const lines = counsellor.events.flatMap((event) => {
    if (event.kind === 'invitation')
      return event.inviter.startsWith('@1712:') ? ['✉ Uitnodiging van 1712'] : [];
    if (event.kind !== 'words' || event.edits !== null) return [];
    if (event.sender.startsWith('@1712_desk:')) return [`Balie   ${event.body}`];
    return [
      `Beller  ${event.body}`,
      ...(event.body.includes('hoe ik moet beginnen') ? [`Jij     ${own}`] : []),
    ];
  });
  return lines.join('\n\n');
}

async function drawConversation(chromium: Browser, screen: Buffer, transcript: string): Promise<void> {
  const sheet = await chromium.newPage({ viewport: { width: 1080, height: size.height + 40 } });
  const words = withSignsDrawn(transcript);
  await sheet.setContent(`<style>${sheetStyle}</style>${imageOf(screen)}<pre>${words}</pre>`);
  await sheet.screenshot({ path: join(folder, 'conversation.png') });
}

async function drawPhone(chromium: Browser, screens: readonly Buffer[]): Promise<void> {
  const width = screens.length * (size.width + 20) + 20;
  const sheet = await chromium.newPage({ viewport: { width, height: size.height + 40 } });
  await sheet.setContent(`<style>${sheetStyle}</style>${screens.map(imageOf).join('')}`);
  await sheet.screenshot({ path: join(folder, 'phone.png') });
}

function imageOf(screen: Buffer): string {
  return `<img src="data:image/png;base64,${screen.toString('base64')}">`;
}
