import type { Browser, BrowserContext } from 'playwright-core';
import { startBrowser } from '../../../tests/support/browser.ts';
import { startDemoSite } from '../../stack/demo-site.ts';
import { type BenchStack, startBenchStack } from '../bench-stack.ts';
import type { Bench, Benchmark } from '../benchmark.ts';
import { type Counsellors, startCounsellors } from '../conversations/counsellors.ts';
import { type Figure, figureOf, medianAtMost, p95AtMost } from '../figure.ts';
import { nowMs } from '../now.ts';
import { buildAtBest } from '../others/best-build.ts';
import { newContext, openHostPage } from './caller-page.ts';
import { firstVisit, type VisitTimes } from './first-visit.ts';
import { bytesOfFortyMessages, quickExit, reconnection, type Talking } from './in-conversation.ts';
import { typingWithLongLog } from './long-log.ts';
import { type SlowLine, startSlowLine } from './slow-line.ts';

/** Each is medianed over so many callers, every one with an empty browser. */
const runs = 3;

/** What one caller's visit measures. */
type Visit = VisitTimes & {
  readonly messagesBytes: number;
  readonly reconnectMs: number;
  readonly exitMs: number;
  /** The exit has emptied the browser's cache (S7). */
  readonly visitAfterExitMs: number;
  /** By somebody who only looked the time before. */
  readonly secondVisitMs: number;
};

type Scene = {
  readonly browser: Browser;
  readonly counsellors: Counsellors;
  readonly who: string;
  readonly hostPageUrl: string;
};

/** A caller in a real Chromium, on Slow 4G and with a quarter of this machine's processor (S17). */
export const callerBenchmark: Benchmark = {
  name: 'caller',
  about: 'a caller on Slow 4G with 4 × slower processor: loading, talking, typing, leaving',
  run: async (bench) => {
    buildAtBest(bench);
    bench.say('Starting a stack with one counsellor …');
    const stack = await startBenchStack(1);
    const browser = await startBrowser();
    try {
      return await measure(bench, stack, browser);
    } finally {
      await browser.close();
      await stack.stop();
    }
  },
};

async function measure(bench: Bench, stack: BenchStack, browser: Browser): Promise<readonly Figure[]> {
  const apiOrigin = `http://localhost:${stack.publicPort}`;
  const site = await startDemoSite({ port: stack.demoPagePort, apiOrigin, hours: 'always' });
  const counsellors = await startCounsellors(stack, 1, 1);
  const line = await startSlowLine();
  try {
    const who = stack.people[0]?.userId ?? '';
    const scene = { browser, counsellors, who, hostPageUrl: site.url };
    const visits: Visit[] = [];
    for (let run = 0; run < runs; run += 1) {
      bench.say(`Caller ${run + 1} of ${runs} on Slow 4G …`);
      visits.push(await visit(scene, line, `caller ${run}`));
    }
    bench.say('A log of 300 messages …');
    return [...figuresOf(visits), typingFigure(await longLog(scene))];
  } finally {
    line.stop();
    await Promise.all(counsellors.processes.map((each) => each.stop()));
    await site.stop();
  }
}

async function visit(scene: Scene, line: SlowLine, name: string): Promise<Visit> {
  const { browser, counsellors, who, hostPageUrl } = scene;
  const context = await newContext(browser, line.address);
  try {
    const caller = await openHostPage(context, hostPageUrl);
    const times = await firstVisit(caller, counsellors, name);
    const talking: Talking = { caller, counsellors, who, line, name };
    const messagesBytes = await bytesOfFortyMessages(talking);
    const reconnectMs = await reconnection(talking);
    const exitMs = await quickExit(talking);
    await caller.page.close();
    const visitAfterExitMs = await lookAgain(context, hostPageUrl);
    const secondVisitMs = await lookAgain(context, hostPageUrl);
    return { ...times, messagesBytes, reconnectMs, exitMs, visitAfterExitMs, secondVisitMs };
  } finally {
    await context.close();
  }
}

/** How long it takes from the press of the host page's button to the first screen: milliseconds. */
async function lookAgain(context: BrowserContext, hostPageUrl: string): Promise<number> {
  const { button, heading, page } = await openHostPage(context, hostPageUrl);
  const pressedAtMs = nowMs();
  await button.click();
  await heading.waitFor();
  const firstScreenMs = nowMs() - pressedAtMs;
  await page.close();
  return firstScreenMs;
}

/** The line does not matter here: on a fast one the log is full sooner. */
async function longLog({ browser, counsellors, who, hostPageUrl }: Scene): Promise<readonly number[]> {
  const context = await newContext(browser);
  try {
    const caller = await openHostPage(context, hostPageUrl);
    await firstVisit(caller, counsellors, 'long caller');
    return await typingWithLongLog(caller, counsellors, who);
  } finally {
    await context.close();
  }
}

function figuresOf(visits: readonly Visit[]): readonly Figure[] {
  const figure = (key: keyof Visit, name: string, limit: number | null): Figure =>
    figureOf(
      {
        name,
        unit: key === 'messagesBytes' ? 'bytes' : 'ms',
        limit: limit === null ? null : medianAtMost(limit),
      },
      visits.map((each) => each[key]),
    );
  return [
    figure('firstScreenMs', 'press to first screen, Slow 4G', 3_000),
    figure('composerMs', 'press to composer, Slow 4G', 5_000),
    figure('cryptoMs', 'press to encryption loaded, Slow 4G', 8_000),
    figure('acceptedMs', 'press to first message accepted, Slow 4G', 11_000),
    figure('visitAfterExitMs', 'press to first screen, after an exit, Slow 4G', null),
    figure('secondVisitMs', 'press to first screen, second visit, Slow 4G', 1_000),
    figure('reconnectMs', 'return of the line to words accepted, Slow 4G', 2_000),
    figure('exitMs', 'quick exit to hidden', 100),
    figure('messagesBytes', 'forty messages', 300_000),
  ];
}

function typingFigure(times: readonly number[]): Figure {
  return figureOf({ name: 'key to paint, 300 messages', unit: 'ms', limit: p95AtMost(50) }, times);
}
