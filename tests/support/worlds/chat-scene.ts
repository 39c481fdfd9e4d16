import type { Browser } from 'playwright-core';
import { startBrowser } from '../browser.ts';
import { startOnDuty, type DeskCounsellor } from '../caller-counsellor.ts';
import { startWorld, type World } from '../world.ts';

/** An open helpline with one counsellor on duty, and a browser for its callers. */
export type ChatScene = {
  readonly world: World;
  readonly browser: Browser;
  readonly lotte: DeskCounsellor;
};

/** Starts one, on the real parts. */
export async function openChatScene(
  wishes: NonNullable<Parameters<typeof startWorld>[0]>['wishes'] = {},
): Promise<ChatScene> {
  const [world, browser] = await Promise.all([startWorld({ hasAppservice: true, wishes }), startBrowser()]);
  return { world, browser, lotte: await startOnDuty(world, 'Lotte') };
}

/** Ends all of it. */
export async function closeChatScene({ world, browser, lotte }: ChatScene): Promise<void> {
  await Promise.all([lotte.stop(), browser.close()]);
  await world.stop();
}
