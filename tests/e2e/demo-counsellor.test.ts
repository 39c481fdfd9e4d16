import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { runFileIn, writeRunFile } from '../../scripts/start/run-file.ts';
import { startDemoCounsellor } from '../../scripts/stack/demo-counsellor.ts';
import { layoutOf } from '../../scripts/stack/layout.ts';
import { startBrowser } from '../support/browser.ts';
import { newCaller, type Caller } from '../support/caller.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(60_000);

/** An intake that takes its time, as on a slow machine, is waited for: who gets none greets in every language. */
const patience = ['--intake-ms', '60000'];

let world: World;
let browser: Browser;
let caller: Caller;

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld({ hasAppservice: true }), startBrowser()]);
  await startDemoCounsellor(layoutOf(world.dataFolder), runFileOf(world), patience);
  caller = await newCaller(browser, world, { language: 'en' });
  await caller.open();
  await caller.start({ nickname: 'Ant' });
}, 180_000);

afterAll(async () => {
  await browser.close();
  await world.stop();
}, 60_000);

it('greets in the caller’s language before the caller has written anything', async () => {
  await expect(caller.see(/^\[Demo\] Hello, I am a program/u)).resolves.toBe(true);
});

it('marks what a caller wrote as read once the demo counsellor has read it', async () => {
  await caller.write('Is somebody there?');
  await expect(caller.seeMark('Is somebody there?', 'read')).resolves.toBe(true);
});

it('answers what the caller wrote with one line', async () => {
  await caller.see(/^\[Demo\] I have read your message/u);
  await caller.write('Good.');
  await caller.see(/^\[Demo\] Take all the time/u);
  await expect(caller.line(/^.*\[Demo\]/u).count()).resolves.toBe(3);
});

/** What `npm start` writes for people's scripts; the program reads the homeserver and the accounts there. */
function runFileOf({ dataFolder, homeserverUrl, people }: World): string {
  const file = runFileIn(dataFolder);
  const homeserver = Number(new URL(homeserverUrl).port);
  writeRunFile(
    file,
    { homeserver, demoPage: 0, public: 0, private: 0, database: 0, element: 0 },
    { people, pids: {} },
  );
  return file;
}
