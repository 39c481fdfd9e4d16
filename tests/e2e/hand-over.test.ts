import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startDeskCounsellor, type DeskCounsellor } from '../support/caller-counsellor.ts';
import { newCaller, type Caller } from '../support/caller.ts';
import { leftUnreadable } from '../support/engine-caller-desk.ts';
import { closeChatScene, openChatScene, type ChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

let scene: ChatScene;
let jef: DeskCounsellor;

beforeAll(async () => {
  scene = await openChatScene();
  jef = await startDeskCounsellor(scene.world, 'Jef');
}, 120_000);

afterAll(async () => {
  await jef.stop();
  await closeChatScene(scene);
}, 30_000);

/** A caller in a real browser who talks with Lotte; Lotte has read and answered. */
async function talkingWithLotte(): Promise<{
  readonly caller: Caller;
  readonly roomId: string;
  readonly caseNumber: string;
}> {
  const { browser, world, lotte } = scene;
  await jef.command('!uit', /^Je staat uit/u); // or it might ring for Jef
  const rings = lotte.nextCard();
  const caller = await newCaller(browser, world);
  await caller.open();
  await caller.start();
  const card = await rings;
  const roomId = await lotte.enter(card);
  await jef.command('!aan', /^Je staat aan/u);
  await caller.see(caller.texts['line.secured']);
  await caller.write('Het begon vorig jaar.');
  await lotte.read(roomId, 'Het begon vorig jaar.');
  await lotte.say(roomId, 'Vertel maar, ik luister.');
  await caller.see('Vertel maar, ik luister.');
  return { caller, roomId, caseNumber: card.caseNumber };
}

/** Lotte asks by a command with a number, as others ended a moment ago, and Jef presses ✅ as soon as it lies there. */
async function jefComes(command: string, question: RegExp): Promise<void> {
  const asked = jef.hear(question);
  await scene.lotte.command(command, /ik vraag Jef/u);
  const { roomId, eventId } = await asked;
  await jef.counsellor.waitFor('reaction', ({ to, key }) => to === eventId && key.startsWith('✅'));
  await jef.counsellor.call('react', roomId, eventId, '✅');
}

describe('a conversation that is handed over', () => {
  let caller: Caller;
  let roomId: string;
  let caseNumber: string;

  beforeAll(async () => {
    ({ caller, roomId, caseNumber } = await talkingWithLotte());
  }, 90_000);

  afterAll(() => caller.close());

  it('is announced to the caller before the colleague can read it', async () => {
    await jefComes(`!geef Jef ${caseNumber}`, /overneemt/u);
    await expect(caller.see(caller.texts['line.take-over-announced'])).resolves.toBe(true);
    expect(
      jef.counsellor.events.filter((event) => event.kind === 'words' && event.roomId === roomId),
    ).toEqual([]);
  });

  it('is invited to by the caller, and read from the first word on', async () => {
    const invited = await jef.counsellor.waitFor('invitation', (event) => event.roomId === roomId);
    expect(invited.inviter).toMatch(/^@1712_caller_/u);
    await jef.counsellor.call('join', roomId);
    await jef.read(roomId, 'Het begon vorig jaar.');
    await jef.read(roomId, 'Vertel maar, ik luister.');
    expect(await leftUnreadable(jef.counsellor)).toEqual([]);
  });

  it('has both in it until the colleague has taken it over, who goes on alone', async () => {
    await jef.say(roomId, 'Dag, ik ben Jef.');
    await caller.see('Dag, ik ben Jef.');
    const removed = scene.lotte.removedFrom(roomId);
    await jef.command('!overgenomen', /gesprek \d+/iu);
    expect(await removed).toMatch(/overgenomen/u);
    await caller.write('Dag Jef.');
    await expect(jef.read(roomId, 'Dag Jef.')).resolves.toMatchObject({ roomId });
    await jef.say(roomId, 'Waar wil je mee beginnen?');
    await expect(caller.see('Waar wil je mee beginnen?')).resolves.toBe(true);
    expect(await leftUnreadable(jef.counsellor)).toEqual([]);
    await jef.command('!einde', /afgelopen/u);
  });
});

describe('a colleague who is asked to read along', () => {
  it('does not come when the caller would rather not, and both are told', async () => {
    const { caller, caseNumber } = await talkingWithLotte();
    await jefComes(`!overleg Jef ${caseNumber}`, /meeleest/u);
    const told = scene.lotte.hear(/liever niet/u);
    await caller.press('announced.refuse');
    await expect(caller.see(caller.texts['line.reader-refused'])).resolves.toBe(true);
    const composer = caller.frame.getByLabel(caller.texts['composer.label'], { exact: true });
    expect(await composer.evaluate((field) => field === document.activeElement)).toBe(true);
    expect((await told).body).toMatch(/Jef/u);
    await scene.lotte.command(`!einde ${caseNumber}`, /afgelopen/u);
    await caller.close();
  });
});

describe('a colleague who is asked while the caller’s browser is away', () => {
  it('is let in by the counsellor, on the desk’s word, and reads from the first word on', async () => {
    const { lotte } = scene;
    const { caller, roomId, caseNumber } = await talkingWithLotte();
    await caller.page.close();
    await lotte.hear(/De beller is weg/u, 20_000);
    await jefComes(`!geef Jef ${caseNumber}`, /overneemt/u);
    const now = await lotte.hear(/: nu\. De beller is even weg/u, 30_000);
    expect(now.body).toContain(`/invite ${jef.userId}`);
    await lotte.counsellor.call('invite', roomId, jef.userId);
    await jef.counsellor.waitFor('invitation', (event) => event.roomId === roomId);
    await jef.counsellor.call('join', roomId);
    await jef.read(roomId, 'Het begon vorig jaar.');
    await expect(jef.read(roomId, 'Vertel maar, ik luister.')).resolves.toMatchObject({ roomId });
    expect(await leftUnreadable(jef.counsellor)).toEqual([]);
    await caller.context.close();
  });
});
