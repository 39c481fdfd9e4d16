import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TextKey } from '../../widget/frame/texts/keys.ts';
import { auditWithFrames } from '../support/axe.ts';
import { newCaller, seen, type Caller } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { tellView, type ToldView } from '../support/told-view.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

/** Pictures for people's eyes, where LOOK_DIR says. */
const folder = process.env['LOOK_DIR'];
const size = { width: 360, height: 740 };
const colleague = { userId: '@bram:localhost', masterKey: 'key-of-bram', organisation: 'VK' };
const announced = { ...colleague, purpose: 'reads-along', mayBeRefused: true };

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
}, 60_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

describe('a start that is blocked', () => {
  beforeAll(async () => {
    caller = await newCaller(browser, world, {
      size,
      prepare: (context) =>
        context.route('**/api/conversations', (route) =>
          route.fulfill({ status: 403, json: { errcode: 'HELPLINE_BLOCKED', error: '' } }),
        ),
    });
    await caller.open();
    await caller.press('start.button');
    await caller.press('intake.skip');
  }, 60_000);

  afterAll(() => caller.close());

  it('shows the emergency numbers, telephone, mail and other lines (R36)', async () => {
    await caller.seeHeading(caller.texts['blocked.heading']);
    const links = await caller.frame
      .getByRole('link')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links).toEqual(
      expect.arrayContaining(['tel:101', 'tel:112', 'tel:1712', 'tel:106', 'tel:102', 'tel:1813']),
    );
    expect(links.some((each) => each?.startsWith('mailto:'))).toBe(true);
    expect(await looked('blocked')).toEqual([]);
  });

  it('has the focus at its heading, and says nothing of a block, a reason or how long it lasts (R36)', async () => {
    const isAtHeading = await caller.heading.evaluate((heading) => document.activeElement === heading);
    expect(isAtHeading).toBe(true);
    expect(await caller.shown()).not.toMatch(/blok|reden|8 uur/iu);
  });

  it('leads back to the start', async () => {
    await caller.press('failed.back');
    await expect(caller.seeHeading(caller.texts['start.heading'])).resolves.toBe(true);
  });
});

/** What the service does not do yet (block list, hand-over, rhythm) is said in its name on the wire. */
describe('a conversation of which the service tells more', () => {
  let view: ToldView;

  beforeAll(async () => {
    caller = await newCaller(browser, world, {
      size,
      prepare: async (context) => {
        view = await tellView(context);
      },
    });
    await caller.open();
    const rings = lotte.nextCard();
    await caller.start();
    const roomId = await lotte.enter(await rings);
    await caller.see(caller.texts['line.secured']);
    await lotte.say(roomId, 'Dag. Neem rustig je tijd.');
    await caller.see('Dag. Neem rustig je tijd.');
  }, 90_000);

  afterAll(() => caller.close());

  it('always shows who can read, by organisation', async () => {
    await expect(caller.see('Alleen jij en een medewerker van het CAW kunnen dit lezen.')).resolves.toBe(
      true,
    );
  });

  it('announces a colleague in the log, with one button to say no', async () => {
    view.tell({ announced });
    await automatic('line.colleague-announced');
    await expect(caller.see('Straks leest een collega van het VK mee.')).resolves.toBe(true);
    expect(await looked('announced')).toEqual([]);
  });

  it('tells the service the no, and takes the button away', async () => {
    const told = caller.page.waitForRequest('**/api/conversations/current/refuse');
    await caller.context.route('**/api/conversations/current/refuse', (route) => route.fulfill({ json: {} }));
    await caller.press('announced.refuse');
    expect((await told).postDataJSON()).toEqual({ userId: colleague.userId });
    await automatic('line.reader-refused');
    expect(await caller.frame.getByRole('button', { name: caller.texts['announced.refuse'] }).count()).toBe(
      0,
    );
  });

  it('says that a colleague reads along, and shows it for as long as they do', async () => {
    view.tell({ readers: [colleague] });
    await automatic('line.colleague-joined');
    await expect(caller.see('Alleen jij en 2 medewerkers (CAW, VK) kunnen dit lezen.')).resolves.toBe(true);
    expect(await looked('reads-along')).toEqual([]);
    view.tell({});
    await automatic('line.colleague-left');
    await expect(caller.see('Alleen jij en een medewerker van het CAW kunnen dit lezen.')).resolves.toBe(
      true,
    );
  });

  it('says that the counsellor is away and back, and that it is time to round off', async () => {
    view.tell({ isCounsellorAway: true });
    await automatic('line.counsellor-away');
    view.tell({ isRoundingOff: true });
    await automatic('line.counsellor-back');
    await expect(automatic('line.round-off')).resolves.toBe(true);
    expect(await looked('round-off')).toEqual([]);
  });

  it('that is blocked leaves other lines and nothing of what was said', async () => {
    await caller.composer.fill('Ben je er nog?');
    view.tell({ phase: 'ended', endedBy: 'blocked' });
    await caller.seeHeading(caller.texts['blocked.heading']);
    expect(await caller.shown()).not.toMatch(/Neem rustig je tijd|Lotte|CAW/u);
    expect(await caller.frame.getByLabel(caller.texts['doors.keptWords']).inputValue()).toBe(
      'Ben je er nog?',
    );
    expect(await looked('blocked-midway')).toEqual([]);
  });
});

/** Waits for a line of the log that says that it is automatic (R1); true, or it fails. */
function automatic(key: TextKey): Promise<true> {
  const line = caller.log.locator('.automatic-line').filter({ hasText: caller.texts[key] });
  return seen(line.getByText(caller.texts['speaker.automatic']));
}

/** Takes a picture where one is wanted, and tells what axe finds wrong. */
async function looked(name: string): Promise<readonly string[]> {
  if (folder !== undefined) await caller.page.screenshot({ path: join(folder, `state-${name}.png`) });
  return auditWithFrames(caller.page);
}
