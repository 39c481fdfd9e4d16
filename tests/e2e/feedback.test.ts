import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Request } from 'playwright-core';
import { eventually } from '../ports/eventually.ts';
import { auditWithFrames } from '../support/axe.ts';
import { newCaller, seen, type Caller } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { query } from '../support/engine-caller-looks.ts';
import { neutralUrl, serveNeutralPage } from '../support/neutral-page.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;
let roomId: string;
let caseNumber: string;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
}, 60_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

/** A caller and Lotte in the room. */
beforeEach(async () => {
  caller = await newCaller(browser, world);
  await caller.open();
  const ringing = lotte.nextCard();
  await caller.start();
  const card = await ringing;
  ({ caseNumber } = card);
  roomId = await lotte.enter(card);
  await caller.write('Hallo');
  await lotte.read(roomId, 'Hallo');
});

afterEach(() => caller.close());

const form = () => caller.frame.getByRole('form', { name: caller.texts['feedback.heading'] });
const answer = (question: 'heard' | 'easy', choice: 'yes' | 'no') =>
  form()
    .getByRole('group', { name: caller.texts[`feedback.${question}`] })
    .getByRole('radio', { name: caller.texts[`feedback.${choice}`], exact: true })
    .check();
const remark = () => form().getByLabel(caller.texts['feedback.remark']);
const rows = () => query(world, 'SELECT * FROM feedback');

describe('after a conversation', () => {
  it('what the caller answers is stored without anything that leads to the conversation', async () => {
    const requests: Request[] = [];
    caller.page.on('request', (request) => requests.push(request));
    await caller.end();
    await seen(form());
    await answer('heard', 'yes');
    await answer('easy', 'no');
    await remark().fill('Dank je wel');
    await caller.press('feedback.send');
    await seen(caller.frame.getByRole('heading', { name: caller.texts['feedback.thanksHeading'] }));
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      week: expect.stringMatching(/^\d{4}-W\d{2}$/),
      language: 'nl',
      answers: { heard: 'yes', helped: null, nextStep: null, easy: 'no' },
    });
    const [conversation] = await query(world, 'SELECT * FROM conversations WHERE room_id = $1', {
      values: [roomId],
    });
    const names = Object.values(conversation ?? {}).filter((value) => String(value).length > 3);
    const stored = JSON.stringify(row);
    expect(names.filter((name) => typeof name === 'string' && stored.includes(name))).toEqual([]);
    await expect(namelessRequests(requests)).resolves.toEqual(['/api/feedback/key', '/api/feedback']);
    expect(await caller.shown()).toContain('Hallo');
  });

  it('nothing is stored of questions that are closed half filled in, and they do not come back', async () => {
    const before = await rows();
    await lotte.command(`!einde ${caseNumber}`, /is afgelopen/u);
    await seen(form());
    await answer('heard', 'no');
    await remark().fill('Toch maar niet');
    await caller.page.keyboard.press('Escape');
    await expect(remark().inputValue()).resolves.toBe('Toch maar niet');
    await remark().fill('');
    await caller.page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' });
    await seen(caller.frame.locator('h1:focus'));
    expect(await caller.shown()).toContain('Hallo');
    expect(await rows()).toEqual(before);
  });

  it('that ends by a quick exit nothing is asked', async () => {
    const drawn: string[] = [];
    caller.page.on('request', (request) => drawn.push(new URL(request.url()).pathname));
    await serveNeutralPage(caller.context);
    const told = lotte.hear(/ging snel weg/u);
    await caller.frame.getByRole('link', { name: caller.texts['exit.button'] }).click({ noWaitAfter: true });
    await told;
    await eventually(() => caller.page.url() === neutralUrl);
    expect(drawn.filter((path) => path.includes('feedback'))).toEqual([]);
  });

  it('the questions are no barrier to anybody', async () => {
    await caller.end();
    await seen(form());
    await expect(auditWithFrames(caller.page)).resolves.toEqual([]);
  });
});

/** Paths of what was asked about feedback without a bearer or a cookie, in order. */
async function namelessRequests(requests: readonly Request[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const request of requests) {
    const { pathname } = new URL(request.url());
    const headers = await request.allHeaders();
    const isNameless = headers['authorization'] === undefined && headers['cookie'] === undefined;
    if (pathname.startsWith('/api/feedback') && isNameless) found.push(pathname);
  }
  return found;
}
