import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { eventually } from '../ports/eventually.ts';
import { newCaller, seen, type Caller } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { focusStop, type FocusStop } from '../support/focus-stop.ts';
import { neutralUrl, serveNeutralPage } from '../support/neutral-page.ts';
import { listenTo, type ScreenReader } from '../support/screen-reader.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(30_000);

/** More than there are stops on any screen, with the host page's. */
const manyStops = 40;

/** A desktop at 200 %: what sticks to the edges covers most of it. */
const size = { width: 640, height: 400 };

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;
let reader: ScreenReader;
let roomId: string;

/** Every stop that was badly seen so far; each test looks at its own. */
let faults: string[] = [];

type Key = keyof Caller['texts'];

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
}, 60_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

describe('with the keyboard alone, a caller', () => {
  beforeAll(async () => {
    caller = await newCaller(browser, world, { size });
  }, 30_000);

  afterAll(() => caller.close());

  afterEach(() => {
    faults = [];
  });

  it('comes from the host page to the button, opens the chat, and is at its heading (S14)', async () => {
    await openByKeys();
    expect(await stop()).toEqual(well('heading', 'start.heading'));
  });

  it('is one press of Tab and one of Enter away from the questions, and at their heading then (S4)', async () => {
    await press('Tab');
    expect(await stop()).toEqual(well('button', 'start.button'));
    await press('Enter');
    await caller.seeHeading(caller.texts['intake.heading']);
    expect(await stop()).toEqual(well('heading', 'intake.heading'));
  });

  it('fills the questions in from the first to the last, and sees where they are', async () => {
    const answers: Partial<Record<string, () => Promise<void>>> = {
      [caller.texts['intake.nickname']]: () => caller.page.keyboard.type('Vosje'),
      [caller.texts['intake.age']]: () => caller.page.keyboard.type('34'),
      [caller.texts['intake.region']]: () => press('ArrowDown', 'ArrowDown'),
      [caller.texts['sex.woman']]: () => press('Space', 'ArrowDown'),
    };
    const passed = await tabTo('intake.next', async ({ name }) => answers[name]?.());
    expect(passed).toEqual(
      named(
        'intake.nickname',
        'intake.age',
        'intake.withheld',
        'intake.postcode',
        'intake.region',
        'sex.woman',
        'intake.next',
      ),
    );
    expect(faults).toEqual([]);
    const region = caller.frame.getByLabel(caller.texts['intake.region'], { exact: true });
    expect(await region.inputValue()).toBe('limburg');
    await expect(
      caller.frame.getByRole('radio', { name: caller.texts['sex.man'] }).isChecked(),
    ).resolves.toBe(true);
  });

  it('goes on to the conversation, and is in the field for the message, where Enter sends', async () => {
    const ringing = lotte.nextCard();
    await press('Enter');
    await caller.composer.waitFor();
    expect(await stop()).toEqual(well('textbox', 'composer.label'));
    await caller.page.keyboard.type('Ik schrijf met het toetsenbord');
    await press('Enter');
    await caller.seeMark('Ik schrijf met het toetsenbord', 'held');
    expect(await stop()).toEqual(well('textbox', 'composer.label'));
    roomId = await lotte.enter(await ringing);
    await expect(lotte.read(roomId, 'Ik schrijf met het toetsenbord')).resolves.toMatchObject({ roomId });
  });

  it('stays in the field while an answer comes', async () => {
    await lotte.say(roomId, 'Dag, ik lees mee');
    await caller.see('Dag, ik lees mee');
    await caller.page.keyboard.type('Fijn');
    await press('Shift+Enter');
    await caller.page.keyboard.type('dank je');
    await press('Enter');
    await expect(lotte.read(roomId, 'Fijn\ndank je')).resolves.toMatchObject({ roomId });
    expect(await stop()).toEqual(well('textbox', 'composer.label'));
  });

  it('goes back from there to the exit, past everything, and on again to the button that sends', async () => {
    const stops = [
      caller.texts['exit.button'],
      `101 ${caller.texts['emergency.police']}`,
      `112 ${caller.texts['emergency.medical']}`,
      ...named('frame.hide'),
      'NL Nederlands',
      'EN English',
      'FR Français',
      ...named('page.open', 'end.button', 'conversation.log', 'composer.label', 'composer.send'),
    ];
    const back = await tabTo('exit.button', undefined, 'Shift+Tab');
    const on = await tabTo('composer.send');
    expect(back).toEqual(stops.slice(0, -2).toReversed());
    expect(on).toEqual(stops.slice(1));
    expect(faults).toEqual([]);
  });

  it('reads a page, and is back at its button by Escape', async () => {
    await tabTo('page.open', undefined, 'Shift+Tab');
    await press('Enter');
    await caller.seeHeading(caller.texts['about.heading']);
    expect(await stop()).toEqual(well('heading', 'about.heading'));
    await tabTo('cookies.heading');
    expect(faults).toEqual([]);
    await press('Enter');
    await caller.seeHeading(caller.texts['cookies.heading']);
    expect(await stop()).toEqual(well('heading', 'cookies.heading'));
    await press('Escape');
    await caller.seeHeading(caller.texts['phase.joined-caw']);
    expect(await stop()).toEqual(well('button', 'page.open'));
  });

  it('is asked before the end, and says no by Escape', async () => {
    await tabTo('end.button');
    await press('Enter');
    expect(await stop()).toEqual(well('heading', 'end.question'));
    await press('Escape');
    expect(await stop()).toEqual(well('button', 'end.button'));
  });

  it('says yes by the next stop after the question, and is at the heading of the end', async () => {
    await press('Enter', 'Tab');
    expect(await stop()).toEqual(well('button', 'end.confirm'));
    await press('Enter');
    await caller.seeHeading(caller.texts['ended.heading']);
    expect(await stop()).toEqual(well('heading', 'ended.heading'));
  });

  it('answers what is asked afterwards, and is at the thanks', async () => {
    await seen(caller.frame.getByRole('form', { name: caller.texts['feedback.heading'] }));
    const passed = await tabTo('feedback.send', async ({ role, name }) => {
      if (role === 'radio') await press('Space');
      if (name === caller.texts['feedback.remark']) await caller.page.keyboard.type('Dank je wel');
    });
    const yes = caller.texts['feedback.yes'];
    expect(passed).toEqual([
      ...named('ended.wipe'),
      yes,
      yes,
      yes,
      yes,
      ...named('feedback.remark', 'feedback.send'),
    ]);
    expect(faults).toEqual([]);
    await press('Enter');
    await seen(caller.frame.getByRole('heading', { name: caller.texts['feedback.thanksHeading'] }));
    expect(await stop()).toEqual(well('heading', 'feedback.thanksHeading'));
  });

  it('comes from the thanks to the words that were said, and wipes them', async () => {
    await press('Tab');
    expect(await stop()).toEqual(well('log', 'conversation.log'));
    await tabTo('ended.wipe', undefined, 'Shift+Tab');
    await press('Enter');
    await caller.seeHeading(caller.texts['start.heading']);
    expect(await stop()).toEqual(well('heading', 'start.heading'));
  });

  it('is held by nothing: past the last stop the chat is left (2.1.2)', async () => {
    await tabTo('page.open', undefined, 'Shift+Tab');
    let presses = 0;
    while ((await isInChat()) && presses < manyStops) {
      await press('Tab');
      presses += 1;
    }
    expect(presses).toBeLessThan(manyStops);
  });
});

describe('with the keyboard alone, a caller who skips the questions', () => {
  beforeAll(() => {
    faults = [];
  });

  it.each([
    ['three presses of Shift', () => press('Shift', 'Shift', 'Shift')],
    ['the exit, which comes first', () => leaveByTheExit()],
  ])('leaves by %s', async (_how, leave) => {
    caller = await newCaller(browser, world, { size });
    await openByKeys();
    await press('Tab', 'Enter');
    await caller.seeHeading(caller.texts['intake.heading']);
    await tabTo('intake.skip');
    const ringing = lotte.nextCard();
    await press('Enter');
    await ringing;
    expect(await stop()).toEqual(well('textbox', 'composer.label'));
    await serveNeutralPage(caller.context);
    await leave();
    await eventually(() => caller.page.url() === neutralUrl);
    expect(caller.page.url()).toBe(neutralUrl);
    await caller.close();
  });

  async function leaveByTheExit(): Promise<void> {
    await tabTo('exit.button', undefined, 'Shift+Tab');
    expect(faults).toEqual([]);
    await press('Enter');
  }
});

async function openByKeys(): Promise<void> {
  const { button } = caller;
  await eventually(async () => {
    await press('Tab');
    return button.evaluate((each) => (each.getRootNode() as ShadowRoot).activeElement === each);
  });
  expect(await button.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe('solid');
  await press('Enter');
  await seen(caller.frame.getByRole('button', { name: caller.texts['start.button'], exact: true }));
  reader = await listenTo(caller);
  await eventually(async () => (await stop()).role === 'heading');
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await caller.page.keyboard.press(key);
}

function stop(): Promise<FocusStop> {
  return focusStop(caller, reader);
}

/** A stop of this name where all is well. */
function well(role: string, key: Key): FocusStop {
  return { role, name: caller.texts[key], faults: [] };
}

function named(...keys: readonly Key[]): readonly string[] {
  return keys.map((key) => caller.texts[key]);
}

/** Presses until what is called so has the focus, and does something at each stop on the way; tells the names it passed. */
async function tabTo(
  key: Key,
  atEach?: (stop: FocusStop) => Promise<unknown>,
  tab: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<readonly string[]> {
  const passed: string[] = [];
  for (let presses = 0; presses < manyStops; presses += 1) {
    await press(tab);
    if (!(await isInChat())) continue;
    const at = await stop();
    passed.push(at.name);
    faults.push(...at.faults.map((fault) => `${at.name}: ${fault}`));
    await atEach?.(at);
    if (at.name === caller.texts[key]) return passed;
  }
  throw new Error(`${key} was not reached: ${passed.join(', ')}`);
}

/** Whether the focus is in the chat, and not on the page around it. */
function isInChat(): Promise<boolean> {
  return caller.page.evaluate(() => {
    const outer = document.activeElement?.shadowRoot?.activeElement;
    return outer instanceof HTMLIFrameElement;
  });
}
