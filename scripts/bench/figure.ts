import { median, p95 } from './statistics.ts';

/** What a figure may be: which of its two numbers is judged, and against what. */
export type Limit = {
  readonly judged: 'median' | 'p95';
  readonly is: 'at-most' | 'at-least';
  readonly value: number;
};

/** One measured figure. */
export type Figure = {
  readonly name: string;
  readonly unit: 'ms' | 's' | 'MB' | 'bytes' | 'ratio' | 'per second';
  readonly median: number;
  /** Null where one measurement says it all. */
  readonly p95: number | null;
  /** Null for what is shown for comparison only. */
  readonly limit: Limit | null;
  /** How many measurements it comes from. */
  readonly count: number;
};

/** What a figure is called, how it is counted, and what it may be. */
export type FigureHead = Pick<Figure, 'name' | 'unit' | 'limit'>;

/** A figure from its measurements. */
export function figureOf(head: FigureHead, values: readonly number[]): Figure {
  const isSingle = values.length < 2;
  return { ...head, median: median(values), p95: isSingle ? null : p95(values), count: values.length };
}

/** A limit on the value that nineteen of twenty do not exceed. */
export function p95AtMost(value: number): Limit {
  return { judged: 'p95', is: 'at-most', value };
}

/** A limit on the value in the middle. */
export function medianAtMost(value: number): Limit {
  return { judged: 'median', is: 'at-most', value };
}

/** A bound from below on the value in the middle. */
export function medianAtLeast(value: number): Limit {
  return { judged: 'median', is: 'at-least', value };
}

/** Whether a figure keeps to its limit; undefined when it has none. */
export function isWithinLimit({ limit, ...figure }: Figure): boolean | undefined {
  if (limit === null) return undefined;
  const judged = limit.judged === 'median' ? figure.median : (figure.p95 ?? figure.median);
  return limit.is === 'at-most' ? judged <= limit.value : judged >= limit.value;
}

/** One line for a person: name, median, p95, limit, and `ok` or `over`. */
export function describeFigure(figure: Figure): string {
  const { name, unit, limit, count } = figure;
  const p95Words = figure.p95 === null ? '' : `p95 ${show(figure.p95, unit)}`;
  const limitWords =
    limit === null
      ? 'no limit'
      : `${limit.judged} ${limit.is === 'at-most' ? '≤' : '≥'} ${show(limit.value, unit)}`;
  const verdicts = { true: 'ok', false: 'over', undefined: '' };
  return [
    name.padEnd(57),
    `median ${show(figure.median, unit)}`.padEnd(20),
    p95Words.padEnd(18),
    limitWords.padEnd(20),
    verdicts[`${isWithinLimit(figure)}`].padEnd(5),
    `n ${count}`,
  ].join(' ');
}

function show(value: number, unit: Figure['unit']): string {
  switch (unit) {
    case 'bytes':
      return `${Math.round(value)} B`;
    case 'per second':
      return `${Math.round(value)}/s`;
    case 'ratio':
      return value.toFixed(2);
    case 'MB':
    case 'ms':
    case 's':
      return `${value.toFixed(Math.abs(value) < 100 ? 1 : 0)} ${unit}`;
  }
}
