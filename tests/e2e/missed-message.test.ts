import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { newCaller, type Caller } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { isOnTop, settled } from '../support/on-screen.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;
let roomId: string;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
  caller = await newCaller(browser, world, { size: { width: 360, height: 460 } });
  await caller.open();
  const ringing = lotte.nextCard();
  await caller.start();
  await caller.write('Ik weet niet goed hoe ik moet beginnen.');
  roomId = await lotte.enter(await ringing);
  await lotte.read(roomId, /weet niet goed/u);
  for (const words of ['Neem gerust je tijd, ik luister.', 'Ben je op een plek waar je veilig kan praten?']) {
    await lotte.say(roomId, words);
    await caller.see(words);
  }
}, 90_000);

afterAll(async () => {
  await caller.close();
  await closeChatScene({ world, browser, lotte });
}, 30_000);

it.each([
  [360, 460],
  [360, 300],
])(
  'whoever reads further up is led to what the counsellor says meanwhile at %d by %d',
  async (width, height) => {
    const words = `Ik ben er nog, bij ${height}.`;
    await caller.page.setViewportSize({ width, height });
    await settled(caller.page);
    await caller.line(caller.texts['line.searching']).evaluate((line) => {
      line.scrollIntoView({ block: 'center' });
    });
    await settled(caller.page);
    await lotte.say(roomId, words);
    const way = caller.frame.getByRole('button', { name: caller.texts['conversation.newMessage'] });
    await way.waitFor();
    await expect(isOnTop(way)).resolves.toBe(true);
    await expect(way.evaluate((button) => button.closest('[role=log]'))).resolves.toBeNull();
    await way.press('Enter');
    await way.waitFor({ state: 'detached' });
    await settled(caller.page);
    await expect(isOnTop(caller.line(words).first())).resolves.toBe(true);
    await expect(caller.log.evaluate((log) => log === document.activeElement)).resolves.toBe(true);
  },
);
