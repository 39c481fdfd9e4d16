import type { Counsellors } from '../conversations/counsellors.ts';
import { roundKey, wordsFor } from '../conversations/wire.ts';
import { nowMs } from '../now.ts';
import { type CallerPage, words } from './caller-page.ts';
import type { SlowLine } from './slow-line.ts';

/** Somebody in conversation with the counsellor of the bench, through a line. */
export type Talking = {
  readonly caller: CallerPage;
  readonly counsellors: Counsellors;
  readonly who: string;
  readonly line: SlowLine;
  /** Makes this caller's words differ from those of all others. */
  readonly name: string;
};

/** Messages of each side: forty in all (R6). */
const messagesOfEach = 20;

/** A message of each side in this time. */
const paceMs = 1_000;

/** What forty messages cost, with all that goes along with them: bytes. */
export async function bytesOfFortyMessages(talking: Talking): Promise<number> {
  const { caller, counsellors, who, line, name } = talking;
  const before = line.bytes();
  for (const each of counsellors.processes)
    each.send({ order: 'talk', rounds: messagesOfEach, everyMs: paceMs });
  for (let round = 0; round < messagesOfEach; round += 1) {
    await caller.write(wordsFor(roundKey(name, round)));
    await caller.accepted(wordsFor(roundKey(name, round)));
    await caller.frame
      .getByText(`[${roundKey(who, round)}]`)
      .first()
      .waitFor();
  }
  return line.bytes() - before;
}

/** How long it takes, from the return of the line, until what was written without it is accepted: milliseconds. */
export async function reconnection({ caller, line, name }: Talking): Promise<number> {
  const text = wordsFor(`${name} without a line`);
  line.cut();
  await caller.context.setOffline(true);
  await caller.write(text);
  await caller.frame.getByText(words['line.connection-lost']).last().waitFor({ state: 'attached' });
  line.mend();
  const backAtMs = nowMs();
  await caller.context.setOffline(false);
  await caller.accepted(text);
  return nowMs() - backAtMs;
}

/** How long it takes from the press of the exit until the words are gone from the painted page: milliseconds. */
export async function quickExit({ caller }: Talking): Promise<number> {
  const told = caller.page.waitForEvent('console', (message) => message.text().startsWith('hidden after '));
  await caller.frame.locator('body').evaluate(() => {
    addEventListener(
      'click',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => {
            const isHidden = document.getElementById('cover')?.hidden === false;
            if (isHidden) console.log(`hidden after ${String(performance.now() - timeStamp)}`);
          };
          painted.port2.postMessage(null);
        });
      },
      true,
    );
  });
  await caller.frame.locator('.exit-this-page').first().click({ noWaitAfter: true });
  return Number((await told).text().replace('hidden after ', ''));
}
