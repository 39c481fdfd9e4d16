import type { Counsellors } from '../conversations/counsellors.ts';
import { wordsFor } from '../conversations/wire.ts';
import { nowMs } from '../now.ts';
import { type CallerPage, words } from './caller-page.ts';

/** How long it took from the press of the host page's button, milliseconds. */
export type VisitTimes = {
  readonly firstScreenMs: number;
  readonly composerMs: number;
  /** The encryption is loaded: the conversation is asked for in that moment. */
  readonly cryptoMs: number;
  /** The homeserver has the first words, a key for which lies with a counsellor who has taken and entered meanwhile. */
  readonly acceptedMs: number;
};

/** A caller who goes straight to the questions, skips them and writes. */
export async function firstVisit(
  caller: CallerPage,
  counsellors: Counsellors,
  name: string,
): Promise<VisitTimes> {
  const startedAtMs = nowMs();
  const since = (): number => nowMs() - startedAtMs;
  const cryptoLoaded = caller.page
    .waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/conversations'))
    .then(since);
  await caller.button.click();
  await caller.heading.waitFor();
  const firstScreenMs = since();
  await caller.press(words['start.button']);
  await caller.press(words['intake.skip']);
  await caller.composer.waitFor();
  const composerMs = since();
  const first = wordsFor(`first words of ${name}`);
  await caller.write(first);
  const cryptoMs = await cryptoLoaded;
  await caller.accepted(first);
  const acceptedMs = since();
  await counsellors.board.waitFor('heard', ({ key }) => key === `first words of ${name}`);
  await caller.frame.getByText('[greeting of ').first().waitFor();
  return { firstScreenMs, composerMs, cryptoMs, acceptedMs };
}
