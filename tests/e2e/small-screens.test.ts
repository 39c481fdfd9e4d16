import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { eventually } from '../ports/eventually.ts';
import { newCaller, seen, type Caller } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { resize as resizePage, settled } from '../support/on-screen.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

const phone = { width: 360, height: 640 };

/** What is left of a phone's screen above its keyboard, or of a desktop's at 400 %. */
const lowSizes = [
  [360, 420],
  [360, 360],
  [360, 300],
  [320, 300],
  [320, 256],
  [640, 360],
] as const;

/** Up to this height a question takes the place of the field, CSS pixels. */
const lowPx = 416;

/** Above a keyboard, at 400 %, and a phone's whole screen. */
const questionSizes = [
  [360, 300],
  [320, 256],
  [360, 640],
] as const;

/** Five fields, one group of choices and three buttons. */
const stopsOfTheTabKey = 9;

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
}, 60_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

describe('the questions on a small screen', () => {
  afterEach(() => caller.close());

  it.each(questionSizes)(
    'show all that has the focus, forth and back, at %d by %d',
    async (width, height) => {
      await askQuestions({ width, height });
      const hidden: string[] = [];
      const names = new Set<string>();
      const keys = ['Tab', 'Shift+Tab'].flatMap((key) => new Array<string>(stopsOfTheTabKey).fill(key));
      for (const key of keys) {
        await caller.page.keyboard.press(key);
        await settled(caller.page);
        const focused = caller.frame.locator(':focus');
        const name = await focused.evaluate(({ outerHTML }) => outerHTML);
        names.add(name);
        if (!(await isInFullView(focused))) hidden.push(`${key}: ${name}`);
      }
      expect(hidden).toEqual([]);
      expect(names.size).toBe(stopsOfTheTabKey + 1); // back is one further: into the header
    },
  );

  it.each(questionSizes)(
    'show what is wrong below the field that it is about at %d by %d',
    async (width, height) => {
      await askQuestions({ width, height });
      const age = caller.frame.getByLabel(caller.texts['intake.age'], { exact: true });
      await age.fill('duizend');
      await caller.press('intake.next');
      await settled(caller.page);
      await expect(isInFullView(age)).resolves.toBe(true);
      const problem = caller.frame.getByText(caller.texts['intake.ageProblem']);
      await expect(isInFullView(problem)).resolves.toBe(true);
    },
  );

  it('have their three buttons side by side on a phone', async () => {
    await askQuestions(phone);
    const keys = ['intake.next', 'intake.skip', 'intake.back'] as const;
    const buttons = keys.map((key) =>
      caller.frame.getByRole('button', { name: caller.texts[key], exact: true }),
    );
    const tops = await Promise.all(buttons.map(topOf));
    expect(new Set(tops).size).toBe(1);
  });

  it.each([
    [360, 300],
    [1280, 400],
  ])('begin at their top, and so does the screen behind them, at %d by %d', async (width, height) => {
    await openChat({ width, height });
    await caller.frame.getByRole('button', { name: caller.texts['start.button'] }).scrollIntoViewIfNeeded();
    await caller.press('start.button');
    await caller.seeHeading(caller.texts['intake.heading']);
    await expect(isInFullView(caller.heading)).resolves.toBe(true);
    await caller.press('intake.back');
    await caller.seeHeading(caller.texts['start.heading']);
    await expect(isInFullView(caller.heading)).resolves.toBe(true);
  });

  it('show their heading again when the panel is opened again', async () => {
    await askQuestions(phone);
    await caller.frame.getByRole('radio', { name: caller.texts['sex.other'], exact: true }).check();
    await caller.press('frame.hide');
    await caller.open();
    await seen(caller.frame.locator('h1:focus'));
    await settled(caller.page);
    await expect(isInFullView(caller.heading)).resolves.toBe(true);
  });

  it('tell of each "rather not" what is withheld', async () => {
    await askQuestions(phone);
    const withheld = caller.frame.getByRole('checkbox');
    const described = await withheld.evaluate(
      (box) => document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(described).toBe(caller.texts['intake.age']);
  });
});

describe('a conversation on a small screen', () => {
  const answers = [
    'Dag, fijn dat je er bent. Neem gerust je tijd, ik luister. Je hoeft niet goed te beginnen.',
    'Wil je vertellen wat er thuis gebeurt? Je mag zo weinig of zo veel zeggen als je wil.',
    'Ben je nu op een plek waar je veilig kan praten?',
  ];
  const newest = answers.at(-1) ?? '';

  beforeAll(async () => {
    caller = await newCaller(browser, world, { size: phone });
    await caller.open();
    const ringing = lotte.nextCard();
    await caller.start();
    await caller.write('Ik weet niet goed hoe ik moet beginnen.');
    const roomId = await lotte.enter(await ringing);
    await lotte.read(roomId, /weet niet goed/u);
    for (const answer of answers) {
      await lotte.say(roomId, answer);
      await caller.see(answer);
    }
    await settled(caller.page);
  }, 60_000);

  afterEach(() => resize(phone.width, phone.height));

  afterAll(() => caller.close());

  it('shows the time of the newest message whole above the field', async () => {
    const time = caller.line(newest).getByText(/^\d\d:\d\d$/u);
    const box = await time.boundingBox();
    const top = await topOf(caller.frame.locator('.composer'));
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(top - 4);
  });

  it.each(lowSizes)(
    'keeps the newest message, the field, the exit and 112 in view at %d by %d',
    async (width, height) => {
      await resize(width, height);
      const emergency = caller.frame.locator('a[href="tel:112"]');
      for (const part of [caller.line(newest), caller.composer, exit(), emergency]) {
        await expect(isInFullView(part)).resolves.toBe(true);
      }
    },
  );

  it.each([
    [568, 320],
    [360, 300],
  ])('keeps the newest message in view when %d by %d is turned to 320 by 568', async (width, height) => {
    await resize(width, height);
    await resize(320, 568);
    await expect(isInFullView(caller.line(newest))).resolves.toBe(true);
  });

  it('keeps an older line in view that is being read, and the field with it', async () => {
    const older = caller.line(caller.texts['line.joined-caw']);
    await older.evaluate((line) => {
      line.scrollIntoView({ block: 'center' });
    });
    await settled(caller.page);
    await resize(360, 300);
    await expect(isInFullView(older)).resolves.toBe(true);
    await expect(isInFullView(caller.composer)).resolves.toBe(true);
    await expect(isInFullView(caller.line(newest))).resolves.toBe(false);
    await resize(phone.width, phone.height);
    await expect(isInFullView(older)).resolves.toBe(true);
    await scrollDown();
    await expect(isInFullView(caller.line(newest))).resolves.toBe(true);
  });

  it('leaves three quarters of a phone to the conversation', async () => {
    await resize(360, 740);
    expect(await topOf(caller.log)).toBeLessThan(740 / 4);
  });

  it.each([[360, 640], ...lowSizes])(
    'asks whether to stop in full view at %d by %d',
    async (width, height) => {
      await resize(width, height);
      await caller.press('end.button');
      await settled(caller.page);
      for (const key of ['end.confirm', 'end.withdraw'] as const) {
        const button = caller.frame.getByRole('button', { name: caller.texts[key], exact: true });
        await expect(isInFullView(button)).resolves.toBe(true);
      }
      await expect(isInFullView(question())).resolves.toBe(true);
      await expect(caller.composer.isVisible()).resolves.toBe(height > lowPx);
      await caller.press('end.withdraw');
      await caller.composer.focus();
      await scrollDown();
    },
  );

  it('keeps the newest message in view while it asks whether to stop', async () => {
    await caller.press('end.button');
    await settled(caller.page);
    await expect(isInFullView(caller.line(newest))).resolves.toBe(true);
    await caller.press('end.withdraw');
  });

  it('takes Escape for no, goes back to the button that asked, and stays open', async () => {
    await caller.press('end.button');
    await question().waitFor();
    await caller.page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    const asker = caller.frame.getByRole('button', { name: caller.texts['end.button'], exact: true });
    await expect(hasFocus(asker)).resolves.toBe(true);
    await caller.page.keyboard.press('Escape');
    await settled(caller.page);
    await expect(asker.isVisible()).resolves.toBe(true);
  });

  it('says of what people write that its language is not known, and of its own lines that it is', async () => {
    const words = caller.frame.locator('.message__bubble [lang=""]');
    await expect(words.allInnerTexts()).resolves.toEqual([
      'Ik weet niet goed hoe ik moet beginnen.',
      ...answers,
    ]);
    await expect(caller.frame.locator('.automatic-line [lang]').count()).resolves.toBe(0);
  });
});

async function openChat(size: { readonly width: number; readonly height: number }): Promise<void> {
  caller = await newCaller(browser, world, { size });
  await caller.open();
  await caller.seeHeading(caller.texts['start.heading']);
}

async function askQuestions(size: { readonly width: number; readonly height: number }): Promise<void> {
  await openChat(size);
  await caller.press('start.button');
  await caller.seeHeading(caller.texts['intake.heading']);
}

function exit(): Locator {
  return caller.frame.getByRole('link', { name: caller.texts['exit.button'] });
}

function question(): Locator {
  return caller.frame.getByRole('heading', { name: caller.texts['end.question'] });
}

/** Changes what is seen of the page, as a keyboard, a turned phone or zoom does. */
function resize(width: number, height: number): Promise<void> {
  return resizePage(caller.page, { width, height });
}

async function scrollDown(): Promise<void> {
  await caller.log.hover();
  await caller.page.mouse.wheel(0, 4_000); // returns before the browser has scrolled
  await eventually(() => isInFullView(caller.log.getByRole('listitem').last()));
  await settled(caller.page);
}

/** Whether nothing covers an element and no edge cuts it off: it is what is met near its upper edge, its middle and its lower edge. */
function isInFullView(locator: Locator): Promise<boolean> {
  return locator.first().evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return [top + 3, (top + bottom) / 2, bottom - 3].every((y) =>
      element.contains(document.elementFromPoint((left + right) / 2, y)),
    );
  });
}

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

async function topOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.y ?? Number.NaN;
}
