/**
 * `npm run picture`: makes the picture of the README from the running thing: a caller's page in a real browser, and beside it what the
 * counsellor of the same conversation sees and writes.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { startOnDuty, type DeskCounsellor } from './caller-counsellor.ts';
import { newCaller, type Caller } from './caller.ts';
import { startWorld } from './world.ts';

const file = join(import.meta.dirname, '../../.github/conversation.png');
const height = 760;

const world = await startWorld({ hasAppservice: true });
const browser = await startBrowser();
try {
  const counsellor = await startOnDuty(world, 'Lotte');
  const caller = await newCaller(browser, world, { size: { width: 400, height } });
  await talk(caller, counsellor);
  mkdirSync(join(file, '..'), { recursive: true });
  await draw(browser, await caller.page.screenshot(), transcriptOf(counsellor));
  await counsellor.stop();
} finally {
  await browser.close();
  await world.stop();
}

async function talk(caller: Caller, counsellor: DeskCounsellor): Promise<void> {
  const rings = counsellor.nextCard();
  await caller.open();
  await caller.start({ nickname: 'Mier', postcode: '3500' });
  await caller.write('Dag. Ik weet niet goed hoe ik moet beginnen.');
  const roomId = await counsellor.enter(await rings);
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

async function draw(chromium: Browser, page: Buffer, transcript: string): Promise<void> {
  const sheet = await chromium.newPage({ viewport: { width: 1080, height: height + 40 } });
  await sheet.setContent(`<style>
    body { margin: 20px; display: flex; gap: 20px; background: #eef1f0; }
    img, pre { margin: 0; height: ${height}px; border-radius: 12px; box-shadow: 0 2px 12px #0003; box-sizing: border-box; }
    pre { flex: 1; padding: 20px; overflow: hidden; white-space: pre-wrap; background: #17201f; color: #dfe9e6; font: 14px/1.45 monospace; }
  </style><img src="data:image/png;base64,${page.toString('base64')}"><pre></pre>`);
  await sheet.locator('pre').evaluate((element, text) => {
    element.textContent = text;
  }, transcript);
  await sheet.screenshot({ path: file });
}
