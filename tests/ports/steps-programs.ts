import type { Steps } from '../../appservice/ports/steps.ts';

type Program = (steps: Steps, say: (word: string) => void) => Promise<void>;

/** Small programs that a crash may meet: the same run on the steps in memory and, in a process of their own, on the real ones. */
export const stepsPrograms = {
  oneAfterTheOther: async (steps, say) => {
    for (const name of ['ring.decided', 'end.recorded', 'action.recorded'] as const) {
      say(`after ${await steps.step(name, () => saying(say, name))}`);
    }
  },
  aFailure: async (steps, say) => {
    await steps
      .step('end.recorded', () => Promise.reject(new TypeError('failed')))
      .catch((error: unknown) => {
        say(String(error));
      });
    say('end');
  },
  besideOthers: async (steps, say) => {
    const gate = Promise.withResolvers<null>();
    const others = [
      steps
        .step('ring.decided', () => gate.promise)
        .then(() => {
          say('another goes on');
        }),
      steps
        .step('action.recorded', () => gate.promise.then(() => Promise.reject(new TypeError())))
        .catch(() => {
          say('another fails');
        }),
    ];
    setImmediate(() => {
      gate.resolve(null);
    });
    await steps.step('end.recorded', () => saying(say, 'end.recorded'));
    await Promise.all(others);
  },
} satisfies Readonly<Record<string, Program>>;

/** The name of one of the programs. */
export type StepsProgram = keyof typeof stepsPrograms;

function saying<Word extends string>(say: (word: string) => void, word: Word): Promise<Word> {
  say(word);
  return Promise.resolve(word);
}
