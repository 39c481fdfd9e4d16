import { randomInt } from 'node:crypto';

/** Numbers from 0 up to 1 that look like chance and are the same for the same seed (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed that `SEED` names, so that what failed once fails again; else one of chance. */
export function seedOfThisRun(): number {
  const named = Number(process.env['SEED'] ?? '');
  return Number.isInteger(named) && named > 0 ? named : randomInt(1, 2 ** 31);
}
