import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Route } from 'playwright-core';
import { eventually } from '../ports/eventually.ts';
import type { TreeNode } from '../support/accessibility-tree.ts';
import { newCaller, seen, type Caller } from '../support/caller.ts';
import type { Card, DeskCounsellor } from '../support/caller-counsellor.ts';
import { serveNeutralPage } from '../support/neutral-page.ts';
import { listenTo, type Heard, type ScreenReader } from '../support/screen-reader.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(30_000);

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;
let reader: ScreenReader;
let roomId: string;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
  caller = await newCaller(browser, world);
  await caller.open();
  reader = await listenTo(caller);
}, 90_000);

afterAll(async () => {
  await caller.close();
  await closeChatScene({ world, browser, lotte });
}, 30_000);

describe('people who hear the screen, before a conversation', () => {
  it('meet the exit by its name before anything else that can be pressed, under a title that says nothing', async () => {
    const { nodes } = await reader.look();
    expect(nodes[0]).toMatchObject({ role: 'RootWebArea', name: caller.texts['frame.title'] });
    const pressed = nodes.filter(({ role }) => role === 'link' || role === 'button');
    expect(pressed[0]).toMatchObject({ role: 'link', name: caller.texts['exit.button'] });
  });

  it('are at the heading of the first screen', async () => {
    await seen(caller.frame.locator('h1:focus'));
    expect(await focused()).toEqual({ role: 'heading', name: caller.texts['start.heading'] });
  });

  it('hear each press of Shift, and that the count has stopped (S2)', async () => {
    const press = (key: string) => reader.during(() => caller.page.keyboard.press(key));
    expect(await press('Shift')).toEqual([status('exit.twoMore')]);
    expect(await press('Shift')).toEqual([status('exit.oneMore')]);
    expect(await press('Control')).toEqual([status('exit.timedOut')]);
    expect(await press('Control')).toEqual([]);
  });

  it('hear once that the chat has closed, and once that it is open again (R10)', async () => {
    const closing = lotte.command('!uit', /^Je staat uit/u);
    const closed = await reader.during(() => caller.seeHeading(caller.texts['offline.nobodyHeading']));
    await closing;
    const opening = lotte.command('!aan', /^Je staat aan/u);
    const opened = await reader.during(() => caller.seeHeading(caller.texts['start.heading']));
    await opening;
    expect([closed, opened]).toEqual([[status('status.offline')], [status('status.online')]]);
  });
});

describe('people who hear the screen, in a conversation', () => {
  let card: Card;

  it('hear once that somebody is looked for, as an automatic message (R1)', async () => {
    const ringing = lotte.nextCard();
    const road = Promise.withResolvers<undefined>();
    const holdBack = (route: Route) => road.promise.then(() => route.continue());
    await caller.page.route('**/api/conversations', holdBack, { times: 1 });
    const first = await reader.during(() => caller.start()); // outside the log it is said until the service has answered
    road.resolve(undefined);
    const later = await reader.during(async () => {
      await caller.see(caller.texts['line.searching']);
      card = await ringing;
    });
    const heard = [...first, ...later];
    expect(heard.filter(({ words }) => words.includes(caller.texts['line.searching']))).toHaveLength(1);
    expect(heard.filter(({ words }) => !words.startsWith(caller.texts['speaker.automatic']))).toEqual([]);
  });

  it('are in the field for the message, which has a name', async () => {
    expect(await focused()).toEqual({ role: 'textbox', name: caller.texts['composer.label'] });
  });

  it('are told by a log, and by nothing that interrupts them', async () => {
    const { regions } = await reader.look();
    const polite = { politeness: 'polite' };
    const log = { ...polite, role: 'log', name: caller.texts['conversation.log'], isAtomic: false };
    expect(regions).toEqual([
      expect.objectContaining({ ...polite, role: 'status', isAtomic: true }),
      expect.objectContaining(log),
      expect.objectContaining({ ...polite, role: 'status', isAtomic: true }),
    ]);
  });

  it('hear nothing of what they write themselves', async () => {
    const heard = await reader.during(async () => {
      await caller.write('Mijn eerste woorden');
      await caller.seeMark('Mijn eerste woorden', 'held');
    });
    expect(heard).toEqual([]);
  });

  it('hear once each that somebody comes, who is there, and that it is safe, as automatic messages (R1)', async () => {
    const heard = await reader.during(async () => {
      ({ roomId } = await lotte.take(card));
      await caller.see(caller.texts['line.taken']);
      await lotte.counsellor.call('join', roomId);
      await lotte.read(roomId, 'Mijn eerste woorden');
      await caller.see(caller.texts['line.secured']);
    });
    expect(heard).toEqual([automatic('line.taken'), automatic('line.joined-caw'), automatic('line.secured')]);
  });

  it('hear each message of the counsellor once, with who, what and when, and nothing of before again', async () => {
    const before = reader.said();
    const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
    const heard = await reader.during(async () => {
      for (const number of numbers) await lotte.say(roomId, `bericht ${String(number)}.`);
      await caller.see('bericht 10.');
    });
    expect(heard).toEqual(numbers.map((number) => fromCounsellor(`bericht ${String(number)}\\.`)));
    expect(reader.said()).toEqual(expect.arrayContaining([...before]));
  });

  it('hear nothing of marks, and nothing of typing', async () => {
    const before = reader.said();
    const heard = await reader.during(async () => {
      await caller.write('Onderweg');
      await caller.seeMark('Onderweg', 'sent');
      const { eventId } = await lotte.read(roomId, 'Onderweg');
      await lotte.counsellor.call('typing', roomId, 'true');
      await caller.see(caller.texts['conversation.typing']);
      await lotte.counsellor.call('read', roomId, eventId);
      await caller.seeMark('Onderweg', 'read');
      await lotte.counsellor.call('typing', roomId, 'false');
      await caller.frame.getByText(caller.texts['conversation.typing']).waitFor({ state: 'detached' });
    });
    expect(heard).toEqual([]);
    expect(reader.said()).toEqual(before);
  });

  it('hear the new words of an edit only', async () => {
    const eventId = await lotte.say(roomId, 'Een tiepfout');
    await reader.during(() => caller.see('Een tiepfout'));
    const heard = await reader.during(async () => {
      await lotte.counsellor.call('edit', roomId, eventId, 'Een tikfout');
      await caller.see('Een tikfout');
    });
    expect(heard).toEqual([{ role: 'log', words: `Een tikfout ${caller.texts['message.edited']}` }]);
  });

  it('hear what a program says at the other side as automatic, and not as the counsellor (R1)', async () => {
    const content = JSON.stringify({ msgtype: 'm.notice', body: 'Ik ben een programma' });
    const heard = await reader.during(async () => {
      await lotte.counsellor.call('sendContent', roomId, content);
      await caller.see('Ik ben een programma');
    });
    expect(heard).toEqual([inLog(`${caller.texts['speaker.automatic']} Ik ben een programma \\d\\d:\\d\\d`)]);
  });

  it('hear once that the line is lost and once that it is back, and nothing of before again', async () => {
    const before = reader.said();
    const heard = await reader.during(async () => {
      await caller.context.setOffline(true);
      await caller.see(caller.texts['line.connection-lost']);
      await caller.context.setOffline(false);
      await caller.see(caller.texts['line.connection-back']);
    });
    expect(heard).toEqual([automatic('line.connection-lost'), automatic('line.connection-back')]);
    expect(reader.said()).toEqual(expect.arrayContaining([...before]));
  });

  it('hear of a message while they read a page, and nothing of before again when they come back', async () => {
    const before = reader.said();
    await caller.press('page.open');
    const heard = await reader.during(async () => {
      await lotte.say(roomId, 'Onder de pagina');
      await caller.see(caller.texts['page.news.message']);
    });
    expect(heard).toEqual([status('page.news.message')]);
    expect(await reader.during(() => caller.press('page.back'))).toEqual([]);
    expect(reader.said()).toEqual(expect.arrayContaining([...before]));
    const last = (await lines()).at(-1);
    expect(last).toMatch(new RegExp(`^${caller.texts['speaker.counsellor']} Onder de pagina`, 'u'));
  });

  it('hear how much room is left in steps, and not at each letter', async () => {
    const near = await reader.during(() => caller.composer.fill('a'.repeat(3_905)));
    const words = caller.texts['composer.left'].replace('{count}', '100');
    expect(near).toEqual([{ role: 'status', words }]);
    await caller.composer.press('End');
    expect(await reader.during(() => caller.page.keyboard.type('abcde'))).toEqual([]);
    await caller.composer.fill('');
  });

  it('can tell of each line who speaks', async () => {
    const everybody = ['caller', 'counsellor', 'automatic'] as const;
    const speakers = everybody.map((who) => caller.texts[`speaker.${who}`]);
    const nameless = (await lines()).filter((line) => !speakers.some((who) => line.startsWith(`${who} `)));
    expect(nameless).toEqual([]);
  });

  it('hear nothing twice after a reload: earlier messages come in silence, where the focus is led, and new ones are told', async () => {
    await caller.page.reload({ waitUntil: 'load' });
    await caller.open();
    await caller.see(caller.texts['line.secured']);
    reader = await listenTo(caller);
    const shown = await reader.during(async () => {
      await caller.press('earlier.show');
      await caller.see('Mijn eerste woorden');
    });
    expect(shown).toEqual([]);
    await seen(caller.frame.locator('[role=log]:focus'));
    expect(await focused()).toEqual({ role: 'log', name: caller.texts['conversation.log'] });
    const said = (await lines()).join('\n');
    for (const words of ['Mijn eerste woorden', 'bericht 1.', 'Een tikfout', 'Onder de pagina']) {
      expect([words, said.split(words).length - 1]).toEqual([words, 1]);
    }
    const before = reader.said();
    const heard = await reader.during(async () => {
      await lotte.say(roomId, 'Welkom terug');
      await caller.see('Welkom terug');
    });
    expect(heard).toEqual([fromCounsellor('Welkom terug')]);
    expect(reader.said()).toEqual(expect.arrayContaining([...before]));
  });
});

describe('people who hear the screen, at the end', () => {
  it('hear once that there are questions, and are at the heading that says it is over', async () => {
    const heard = await reader.during(async () => {
      await caller.end();
      await seen(caller.frame.getByRole('form', { name: caller.texts['feedback.heading'] }));
    });
    expect(heard).toEqual([status('feedback.asked')]);
    expect(await focused()).toEqual({ role: 'heading', name: caller.texts['ended.heading'] });
  });

  it('hear that the answers go out, and are at the thanks then', async () => {
    const yes = caller.frame.getByRole('radio', { name: caller.texts['feedback.yes'], exact: true });
    await yes.first().check();
    const heard = await reader.during(async () => {
      await caller.press('feedback.send');
      await seen(caller.frame.getByRole('heading', { name: caller.texts['feedback.thanksHeading'] }));
    });
    expect(heard.filter(({ words }) => words !== caller.texts['feedback.sending'])).toEqual([]);
    expect(heard.length).toBeLessThanOrEqual(1);
    expect(await focused()).toEqual({ role: 'heading', name: caller.texts['feedback.thanksHeading'] });
  });

  it('are told once, at once, that the page is left', async () => {
    const road = Promise.withResolvers<undefined>();
    await serveNeutralPage(caller.context, road.promise);
    const heard = await reader.during(async () => {
      for (let press = 0; press < 3; press += 1) await caller.page.keyboard.press('Shift');
      await eventually(async () => (await reader.look()).regions.some(({ role }) => role === 'alert'));
    });
    road.resolve(undefined);
    expect(heard.filter(({ role }) => role === 'alert')).toEqual([
      { role: 'alert', words: caller.texts['exit.leaving'] },
    ]);
  });
});

type Key = keyof Caller['texts'];

function status(key: Key): Heard {
  return { role: 'status', words: caller.texts[key] };
}

function inLog(words: string): unknown {
  return { role: 'log', words: expect.stringMatching(new RegExp(`^${words}$`, 'u')) };
}

function fromCounsellor(words: string): unknown {
  return inLog(`${caller.texts['speaker.counsellor']} ${words} \\d\\d:\\d\\d`);
}

function automatic(key: Key): Heard {
  return { role: 'log', words: `${caller.texts['speaker.automatic']} ${caller.texts[key]}` };
}

async function lines(): Promise<readonly string[]> {
  const { regions } = await reader.look();
  return regions.find(({ role }) => role === 'log')?.lines ?? [];
}

/** What has the focus, by role and name. */
async function focused(): Promise<Pick<TreeNode, 'role' | 'name'> | undefined> {
  const { nodes } = await reader.look();
  const found = nodes.filter(({ isFocused }) => isFocused).at(-1);
  return found === undefined ? undefined : { role: found.role, name: found.name };
}
