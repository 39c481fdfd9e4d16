import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { messageLimitCharacters } from '../../appservice/contract/conversation.ts';
import { nicknameLimit } from '../../widget/frame/state/nickname.ts';
import { unopenedNotices } from '../../widget/crypto/unopened-notice.ts';
import { fill } from '../../widget/frame/texts/fill.ts';
import type { TextKey } from '../../widget/frame/texts/keys.ts';
import { newCaller, seen, type Caller } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(30_000);

/** Wrong by a day, and by some hours that show in a time beside a message. Milliseconds. */
const wrongByMs = (24 + 5) * 3_600_000;

/** The service tells its time in whole seconds, and the answer that tells it is on its way for a while. Milliseconds. */
const mayBeBehindMs = 5_000;

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
}, 60_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

describe('the questions', () => {
  beforeAll(async () => {
    caller = await newCaller(browser, world);
    await caller.open();
    await caller.press('start.button');
    await field('intake.nickname').waitFor();
  });

  afterAll(() => caller.close());

  it('hold what fits of a nickname of 10,000 characters', async () => {
    await field('intake.nickname').focus();
    await caller.page.keyboard.insertText('a'.repeat(10_000));
    expect((await field('intake.nickname').inputValue()).length).toBe(nicknameLimit);
  });

  it('take a nickname with markup and marks that turn the direction as signs', async () => {
    await field('intake.nickname').fill('<img src=x onerror=alert(1)>\u202Ebas');
    await field('intake.age').focus();
    expect(await caller.frame.locator('main img').count()).toBe(0);
    expect(await caller.shown()).not.toContain(caller.texts['intake.nicknameWarning']);
  });

  it('warn once, gently, of a telephone number', async () => {
    await field('intake.nickname').fill('0470 12 34 56');
    await field('intake.age').focus();
    await expect(caller.see(caller.texts['intake.nicknameWarning'])).resolves.toBe(true);
  });

  it.each(['−1', '140', 'abc'])('ask again for the age %p, at its field', async (age) => {
    await field('intake.age').fill(age);
    await caller.press('intake.next');
    await caller.see(caller.texts['intake.ageProblem']);
    expect(await field('intake.age').getAttribute('aria-invalid')).toBe('true');
    expect(await field('intake.age').evaluate((input) => document.activeElement === input)).toBe(true);
  });

  it.each(['0999', 'abcd', '90000'])('say that %p is no Belgian postcode', async (postcode) => {
    await field('intake.postcode').fill(postcode);
    await expect(caller.see(caller.texts['intake.postcodeNone'])).resolves.toBe(true);
  });

  it('go on all the same, and the warning is not given twice', async () => {
    const rings = lotte.nextCard();
    await field('intake.age').fill('');
    await caller.press('intake.next');
    await expect(seen(caller.composer)).resolves.toBe(true);
    await rings; // nothing is told to the service before it has been asked, and the next card is the next caller's
    await caller.end();
  });
});

describe('a conversation', () => {
  let roomId: string;

  beforeAll(async () => {
    caller = await newCaller(browser, world, {
      size: { width: 360, height: 740 },
      prepare: (context) => context.clock.setSystemTime(Date.now() + wrongByMs),
    });
    await caller.open();
    const rings = lotte.nextCard();
    await caller.start();
    roomId = await lotte.enter(await rings);
    await caller.see(caller.texts['line.secured']);
  }, 40_000);

  afterAll(() => caller.close());

  it.each(['paste', 'drop'])('refuses a picture by %s with a sentence that is announced', async (name) => {
    const isStopped = await offerPicture(name);
    await caller.frame.locator('.notice', { hasText: caller.texts['composer.fileRefused'] }).waitFor();
    const announced = caller.frame
      .getByRole('status')
      .filter({ hasText: caller.texts['composer.fileRefused'] });
    expect([isStopped, await announced.count()]).toEqual([true, 1]);
    await caller.composer.fill('Ik');
    await announced.waitFor({ state: 'detached' });
  });

  it('cuts nothing of 4,001 characters, does not send them, and says why', async () => {
    const long = 'a'.repeat(messageLimitCharacters + 1);
    await caller.composer.fill(long);
    await caller.see(fill(caller.texts['composer.overOne'], { count: 1 }));
    await caller.composer.press('Enter');
    const send = caller.frame.getByRole('button', { name: caller.texts['composer.send'] });
    const reasonId = (await send.getAttribute('aria-describedby')) ?? '';
    expect(await caller.frame.locator(`#${reasonId}`).innerText()).toContain('1');
    expect([await caller.composer.inputValue(), await send.getAttribute('aria-disabled')]).toEqual([
      long,
      'true',
    ]);
    await caller.composer.fill('');
  });

  it('opens a page of the counsellor in a tab of its own, without a referrer, and says what stays', async () => {
    await send({
      msgtype: 'm.text',
      body: 'Kijk op https://www.example.org/hulp. Niet op http://example.org',
    });
    const link = caller.log.getByRole('link', { name: 'https://www.example.org/hulp', exact: true });
    await caller.see(caller.texts['message.linkTrace']);
    const names = ['href', 'target', 'rel', 'referrerpolicy'];
    const attributes = await Promise.all(names.map((each) => link.getAttribute(each)));
    expect(attributes).toEqual([
      'https://www.example.org/hulp',
      '_blank',
      'noopener noreferrer',
      'no-referrer',
    ]);
    expect(await caller.line('Kijk op').getByRole('link').count()).toBe(1);
  });

  it('shows whole, and as wide as the phone, about as much as one encrypted event can hold', async () => {
    const long = `${'a'.repeat(20_000)} ${'woord '.repeat(3_500)}einde`;
    await send({ msgtype: 'm.text', body: long });
    await caller.see(/einde$/u);
    expect(await caller.line(/einde/u).locator('.message-words').textContent()).toBe(long);
    const isWithin = caller.log.evaluate((log) => log.scrollWidth <= log.clientWidth);
    expect(await isWithin).toBe(true);
  });

  it('says in one sentence what is no text, and tells the counsellor', async () => {
    await send({ msgtype: 'm.location', body: 'Location: geo:50.9,4.4', geo_uri: 'geo:50.9,4.4' });
    await caller.see(caller.texts['message.other']);
    expect(await caller.shown()).not.toContain('geo:');
    await expect(lotte.read(roomId, unopenedNotices.other)).resolves.toMatchObject({ roomId });
  });

  it('shows what a program wrote as automatic, and never as a person’s (R1)', async () => {
    await send({ msgtype: 'm.notice', body: 'Ik ben even weg' });
    await caller.see('Ik ben even weg');
    const line = await caller.line('Ik ben even weg').innerText();
    expect(line).toContain(caller.texts['speaker.automatic']);
    expect(line).not.toContain(caller.texts['speaker.counsellor']);
  });

  it('says of what a program changed afterwards that it was changed', async () => {
    const sent = (await send({ msgtype: 'm.notice', body: 'Nog 5 minuten' })) as { event_id: string };
    await caller.see('Nog 5 minuten');
    await send({
      msgtype: 'm.notice',
      body: '* Nog 2 minuten',
      'm.new_content': { msgtype: 'm.notice', body: 'Nog 2 minuten' },
      'm.relates_to': { rel_type: 'm.replace', event_id: sent.event_id },
    });
    await caller.see('Nog 2 minuten');
    expect(await caller.line('Nog 2 minuten').innerText()).toContain(caller.texts['message.edited']);
  });

  it('labels every line of its own as automatic (R1)', async () => {
    const own = caller.log.locator('.automatic-line');
    const labels = await own.locator('.automatic-line__label').allInnerTexts();
    expect(labels).toEqual(Array(await own.count()).fill(caller.texts['speaker.automatic']));
    expect(labels.length).toBeGreaterThan(2);
  });

  it('shows the time of the service beside the words of a device whose clock is wrong by a day', async () => {
    expect(await caller.page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + wrongByMs / 2);
    const before = brusselsTime(Date.now() - mayBeBehindMs);
    await caller.write('Hoe laat is het?');
    await caller.seeMark('Hoe laat is het?', 'sent');
    const foot = await caller.line('Hoe laat is het?').locator('.message__foot').innerText();
    expect([before, brusselsTime(Date.now())]).toContain(/\d\d:\d\d/u.exec(foot)?.[0]);
  });

  it('goes on and ends as any other', async () => {
    await caller.end();
    await expect(caller.seeHeading(caller.texts['ended.heading'])).resolves.toBe(true);
  });

  async function send(content: object): Promise<unknown> {
    return await lotte.counsellor.call('sendContent', roomId, JSON.stringify(content));
  }

  /** Whether the browser was kept from doing anything with it. */
  async function offerPicture(name: string): Promise<boolean> {
    return await caller.composer.evaluate((composer, kind) => {
      const data = new DataTransfer();
      data.items.add(new File(['GIF89a'], 'thuis.gif', { type: 'image/gif' }));
      const more = { bubbles: true, cancelable: true };
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...more, clipboardData: data })
          : new DragEvent('drop', { ...more, dataTransfer: data });
      return !composer.dispatchEvent(event);
    }, name);
  }
});

function brusselsTime(atMs: number): string {
  const parts = {
    timeZone: 'Europe/Brussels',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  return new Intl.DateTimeFormat('nl-BE', parts).format(atMs);
}

function field(key: TextKey): Locator {
  return caller.frame.getByLabel(caller.texts[key], { exact: true });
}
