import type { BenchStack } from './bench-stack.ts';
import type { Figure } from './figure.ts';

/** What a benchmark works with. */
export interface Bench {
  /** The stack that all benchmarks of one run share; started when the first one asks for it. */
  stack(): Promise<BenchStack>;
  /** Tells what goes on. */
  say(line: string): void;
}

/** Something that is measured, with the figures that come of it. */
export type Benchmark = {
  /** As `--only` calls it. */
  readonly name: string;
  readonly about: string;
  /** Takes long: only when it is asked for. */
  readonly isOnRequest?: boolean;
  readonly run: (bench: Bench) => Promise<readonly Figure[]>;
};
