import type { Counsellors } from '../conversations/counsellors.ts';
import { roundKey } from '../conversations/wire.ts';
import type { CallerPage } from './caller-page.ts';

/** So many messages stand in the log while the caller types. */
const messages = 300;

/** A counsellor does not write so fast; the log has to be filled. */
const everyMs = 50;

/** Each of them is encrypted, sent and synced, one after the other. */
const fillLimitMs = 180_000;

const typed =
  'Ik weet niet goed hoe ik het moet zeggen, maar het gaat thuis al een hele tijd niet meer zoals het moet.';

/** A person who types fast, milliseconds between two keys. */
const keyEveryMs = 80;

/** Fills the log, and measures each key: from the event to the next painted frame, milliseconds. */
export async function typingWithLongLog(
  caller: CallerPage,
  counsellors: Counsellors,
  who: string,
): Promise<readonly number[]> {
  for (const each of counsellors.processes) each.send({ order: 'talk', rounds: messages, everyMs });
  const last = `[${roundKey(who, messages - 1)}]`;
  await caller.frame.getByText(last).first().waitFor({ timeout: fillLimitMs });
  await caller.frame.locator('body').evaluate(() => {
    const times: number[] = Object.assign(globalThis, { keyTimes: [] as number[] }).keyTimes;
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => times.push(performance.now() - timeStamp);
          painted.port2.postMessage(null);
        });
      },
      true,
    );
  });
  await caller.composer.click();
  await caller.composer.pressSequentially(typed, { delay: keyEveryMs });
  return caller.frame
    .locator('body')
    .evaluate(() => (globalThis as typeof globalThis & { readonly keyTimes: readonly number[] }).keyTimes);
}
