import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { removalSentence } from '../../appservice/domain/desk-words/conversation-words.ts';
import { unopenedNotices } from '../../widget/crypto/unopened-notice.ts';
import { eventually } from '../ports/eventually.ts';
import { newCaller, pageLimitMs, seen, type Caller } from '../support/caller.ts';
import type { Card, DeskCounsellor } from '../support/caller-counsellor.ts';
import { wordsIn } from '../support/engine-caller-desk.ts';
import { bodiesInOrder, query } from '../support/engine-caller-looks.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
}, 180_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 60_000);

describe('a conversation from the press to the end by the counsellor', () => {
  let caller: Caller;
  let card: Card;
  let roomId: string;

  beforeAll(async () => {
    caller = await newCaller(browser, world);
    await caller.open();
  });

  afterAll(() => caller.close());

  it('rings at the own desk of a counsellor, with a mention and a hand, and says the region only', async () => {
    const ringing = lotte.nextCard();
    await caller.start({ nickname: 'Vosje', age: '34', postcode: '3500', sex: 'sex.woman' });
    card = await ringing;
    expect(card).toMatchObject({ roomId: lotte.ownDesk, isMention: true });
    expect(card.body).toMatch(
      /^✋ Iemand wacht · regio Limburg · gesprek \d+ · sinds \d\d:\d\d\n✋ of !neem[^\d]*$/u,
    );
    expect(card.body).not.toContain('Vosje');
  });

  it('tells the caller that somebody is looked for, and keeps the first words until the counsellor is there', async () => {
    await caller.write('Mijn eerste woorden');
    await caller.write('en nog meer');
    await caller.seeMark('Mijn eerste woorden', 'held');
    await expect(caller.seeHeading(caller.texts['phase.waiting'])).resolves.toBe(true);
    await caller.see(caller.texts['line.searching']);
  });

  it('invites whoever presses the hand, and nobody else', async () => {
    const invitation = await lotte.take(card);
    expect(invitation.inviter).toBe(`@1712:${world.serverName}`);
    roomId = invitation.roomId;
    await caller.seeHeading(caller.texts['phase.taken']);
  });

  it('gives the counsellor who enters the intake first and then the first words, in order', async () => {
    const entered = lotte.counsellor.waitFor('entered', (event) => event.roomId === roomId);
    await lotte.counsellor.call('join', roomId);
    expect(await entered).toMatchObject({ name: `Gesprek ${card.caseNumber}` });
    const read = await readInOrder(() => true, 3);
    expect(read[0]).toMatch(
      /Naam: Vosje\n.*Leeftijd: 34 jaar\n.*Regio: Limburg\n.*Geslacht: vrouw of meisje\n.*Nederlands/u,
    );
    expect(read[0]).not.toContain('3500');
    expect(read.slice(1)).toEqual(['Mijn eerste woorden', 'en nog meer']);
  });

  it('tells the caller who is there and that the connection is secure', async () => {
    await expect(caller.seeHeading(caller.texts['phase.joined-caw'])).resolves.toBe(true);
    await expect(caller.see(caller.texts['line.joined-caw'])).resolves.toBe(true);
    await expect(caller.see(caller.texts['line.secured'])).resolves.toBe(true);
  });

  it('marks words as on their way, sent, delivered when the counsellor shows to be there, and read', async () => {
    const road = Promise.withResolvers<undefined>();
    await caller.context.route('**/rooms/*/send/**', async (route) => {
      await road.promise;
      await route.continue();
    });
    await caller.write('Onderweg');
    await caller.seeMark('Onderweg', 'sending');
    road.resolve(undefined);
    await caller.seeMark('Onderweg', 'sent');
    await caller.context.unroute('**/rooms/*/send/**');
    const { eventId } = await lotte.read(roomId, 'Onderweg');
    await lotte.counsellor.call('typing', roomId, 'true');
    await expect(caller.seeMark('Onderweg', 'delivered')).resolves.toBe(true);
    await lotte.counsellor.call('read', roomId, eventId);
    await expect(caller.seeMark('Onderweg', 'read')).resolves.toBe(true);
    await expect(caller.seeMark('Mijn eerste woorden', 'read')).resolves.toBe(true);
  });

  it('shows the counsellor that the caller types, and that they stopped', async () => {
    // What was typed before may show a while longer; only a change is told.
    await eventually(() => !isSeenTyping(), pageLimitMs);
    const types = nextTyping(true);
    const rests = nextTyping(false);
    await caller.composer.pressSequentially('Ik wil');
    expect(await types).toMatchObject({ isTyping: true });
    await caller.composer.fill('');
    expect(await rests).toMatchObject({ isTyping: false });
  });

  it('shows the caller that the counsellor types, and no more once the words are there', async () => {
    await lotte.counsellor.call('typing', roomId, 'true');
    await caller.see(caller.texts['conversation.typing']);
    await lotte.say(roomId, 'Dag, wat fijn dat je er bent.');
    await caller.see('Dag, wat fijn dat je er bent.');
    await caller.frame.getByText(caller.texts['conversation.typing']).waitFor({ state: 'detached' });
    await expect(caller.line('Dag, wat fijn').innerText()).resolves.toContain(
      caller.texts['speaker.counsellor'],
    );
  });

  it('tells the counsellor which words the caller has read', async () => {
    const eventId = await lotte.say(roomId, 'Lees je dit?');
    await caller.see('Lees je dit?');
    await eventually(async () => (await receiptsIn(roomId)).includes(eventId), pageLimitMs);
    expect(await receiptsIn(roomId)).toContain(eventId);
  });

  it('goes on while the panel is hidden, and marks as read only what the caller sees', async () => {
    await caller.press('frame.hide');
    await caller.button.waitFor();
    const readBefore = await receiptsIn(roomId);
    await lotte.say(roomId, 'Terwijl het venster dicht is');
    await caller.frame.getByText('Terwijl het venster dicht is').waitFor({ state: 'attached' });
    // A receipt for the first would be there before the second has gone the whole way after it.
    const newest = await lotte.say(roomId, 'en nog iets');
    await caller.frame.getByText('en nog iets').waitFor({ state: 'attached' });
    expect(await receiptsIn(roomId)).toEqual(readBefore);
    await caller.open();
    await expect(caller.see('Terwijl het venster dicht is')).resolves.toBe(true);
    await eventually(async () => (await receiptsIn(roomId)).includes(newest), pageLimitMs);
  });

  it('puts the text of an edit in the place of the old one, and says so', async () => {
    const eventId = await lotte.say(roomId, 'Een tiepfout');
    await caller.see('Een tiepfout');
    await lotte.counsellor.call('edit', roomId, eventId, 'Een tikfout');
    await caller.line('Een tikfout').getByText(caller.texts['message.edited']).waitFor();
    expect(await caller.line('Een tiepfout').count()).toBe(0);
  });

  it('takes away what the counsellor takes away', async () => {
    const eventId = await lotte.say(roomId, 'Dit had ik niet mogen zeggen');
    await caller.see('Dit had ik niet mogen zeggen');
    await lotte.counsellor.call('redact', roomId, eventId);
    await caller.see(caller.texts['message.removed']);
    expect(await caller.shown()).not.toContain('Dit had ik niet mogen zeggen');
  });

  it('shows an emote, and an answer with the first words of what it answers', async () => {
    await send({ msgtype: 'm.emote', body: 'knikt' });
    await expect(caller.see('knikt')).resolves.toBe(true);
    await answer('Vertel maar', 'Vertel maar');
    await expect(seen(quoteAbove('Vertel maar'))).resolves.toBe(true);
  });

  it('leaves out what an older Element repeats above an answer, with the ids in it', async () => {
    await answer('Zeg het rustig', '> <@1712_caller_x:localhost> Mijn eerste woorden\n\nZeg het rustig');
    await expect(seen(quoteAbove('Zeg het rustig'))).resolves.toBe(true);
    expect(await caller.line('Zeg het rustig').innerText()).not.toContain('@1712_caller');
  });

  it('shows the plain words of a message and never its HTML', async () => {
    await send({
      msgtype: 'm.text',
      body: '<b>geen</b> <img src="x" onerror="document.body.remove()"> opmaak',
      format: 'org.matrix.custom.html',
      formatted_body: '<h1 id="uit-html">opmaak</h1><img src="x" onerror="document.body.remove()">',
    });
    await caller.see('<b>geen</b> <img src="x" onerror="document.body.remove()"> opmaak');
    expect(await caller.frame.locator('#uit-html, .message img, .message b').count()).toBe(0);
  });

  it('shows a file as one sentence, and tells the counsellor that it cannot be opened', async () => {
    await send({
      msgtype: 'm.file',
      body: 'verslag.pdf',
      file: { url: 'mxc://localhost/abcdefgh', v: 'v2', key: {}, iv: '', hashes: {} },
    });
    await caller.see(caller.texts['message.file']);
    expect(await caller.shown()).not.toContain('verslag.pdf');
    await expect(lotte.read(roomId, unopenedNotices.file)).resolves.toMatchObject({ roomId });
  });

  it('loses and doubles nothing of what both say at the same time', async () => {
    const numbers = [1, 2, 3, 4, 5];
    await Promise.all([
      inOrder(numbers, (number) => caller.write(`beller ${number}`)),
      inOrder(numbers, (number) => lotte.say(roomId, `medewerker ${number}`)),
    ]);
    const read = await readInOrder((body) => body.startsWith('beller'), numbers.length);
    expect(read).toEqual(numbers.map((number) => `beller ${number}`));
    await caller.see('medewerker 5');
    const shown = (await caller.shown()).match(/medewerker \d/gu);
    expect(shown).toEqual(numbers.map((number) => `medewerker ${number}`));
  });

  it('ends by !einde: the caller reads who ended it and is asked nothing', async () => {
    const told = lotte.hear(/is afgelopen/u);
    await lotte.command(`!einde ${card.caseNumber}`, /is afgelopen: je hebt het afgesloten/u);
    expect((await told).body).toContain(card.caseNumber);
    await caller.seeHeading(caller.texts['ended.heading']);
    await caller.see(caller.texts['ended.counsellor']);
    expect(await caller.composer.count()).toBe(0);
    expect(await caller.shown()).not.toContain(caller.texts['end.question']);
  });

  it('lets the counsellor leave the room with one friendly sentence', async () => {
    await expect(lotte.removedFrom(roomId)).resolves.toBe(removalSentence('ended'));
  });

  it('keeps the words to be read until the caller wipes them, and then nothing', async () => {
    expect(await caller.shown()).toContain('medewerker 5');
    await caller.press('ended.wipe');
    await caller.seeHeading(caller.texts['start.heading']);
    expect(await caller.shown()).not.toMatch(/medewerker \d|beller \d|Vosje/u);
  });

  /** So many texts in the order of the room: what the counsellor's program could read late stands in its own place. */
  async function readInOrder(isWanted: (body: string) => boolean, many: number): Promise<readonly string[]> {
    const found = () => wordsIn(lotte.counsellor, roomId).filter(({ body }) => isWanted(body));
    await eventually(() => found().length >= many, pageLimitMs);
    return bodiesInOrder(world, roomId, found());
  }

  function isSeenTyping(): boolean {
    const last = lotte.counsellor.events.findLast((event) => event.kind === 'typing');
    return last?.kind === 'typing' && last.isTyping;
  }

  function nextTyping(isTyping: boolean): Promise<unknown> {
    const before = new Set(lotte.counsellor.events);
    return lotte.counsellor.waitFor(
      'typing',
      (event) => !before.has(event) && event.roomId === roomId && event.isTyping === isTyping,
    );
  }

  async function answer(words: string, body: string): Promise<void> {
    const { eventId } = await lotte.read(roomId, 'Mijn eerste woorden');
    await send({ msgtype: 'm.text', body, 'm.relates_to': { 'm.in_reply_to': { event_id: eventId } } });
    await caller.see(words);
  }

  function quoteAbove(words: string): Locator {
    const quote = caller.texts['message.answers'].replace('{quote}', 'Mijn eerste woorden');
    return caller.line(words).getByText(quote);
  }

  async function send(content: object): Promise<void> {
    await lotte.counsellor.call('sendContent', roomId, JSON.stringify(content));
  }
});

/** The events up to which people have read, as the homeserver keeps them. */
async function receiptsIn(roomId: string): Promise<readonly string[]> {
  const text = 'SELECT event_id FROM receipts_linearized WHERE room_id = $1 ORDER BY event_id';
  const rows = await query(world, text, { values: [roomId], database: 'synapse' });
  return rows.map((row) => String(row['event_id']));
}

async function inOrder<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
  for (const item of items) await act(item);
}
