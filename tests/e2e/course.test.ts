import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../ports/eventually.ts';
import { startBadLine, type BadLine } from '../support/bad-line.ts';
import { newCaller, type Caller } from '../support/caller.ts';
import type { Card } from '../support/caller-counsellor.ts';
import { query } from '../support/engine-caller-looks.ts';
import { closeChatScene, openChatScene, type ChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(40_000);

/** S42: the counsellor reads it within so long. */
const rightWithinMs = 10_000;

let scene: ChatScene;
let line: BadLine;
let caller: Caller;
let card: Card;
let roomId: string;

beforeAll(async () => {
  [scene, line] = await Promise.all([openChatScene(), startBadLine(() => 0.5)]);
  caller = await newCaller(scene.browser, scene.world, { proxy: line.address });
  await caller.open();
  const ringing = scene.lotte.nextCard();
  await caller.start();
  card = await ringing;
  roomId = await scene.lotte.enter(card);
  await caller.see(caller.texts['line.secured']);
}, 90_000);

afterAll(async () => {
  await caller.close();
  line.stop();
  await closeChatScene(scene);
}, 30_000);

/**
 * Makes the two have talked for so many minutes more. The service's clock cannot be moved for it: then the browser's last sign
 * of life would be as old, and the caller away.
 */
async function talkedLonger(minutes: number): Promise<void> {
  await query(
    scene.world,
    `UPDATE conversations SET phase = jsonb_set(phase, '{since}', to_jsonb((phase->>'since')::bigint - $2::bigint))
     WHERE room_id = $1`,
    { values: [roomId, minutes * 60_000] },
  );
}

describe('the card of a conversation, in the counsellor’s own desk room', () => {
  it('is edited, without ringing, when they talk', async () => {
    const talking = scene.lotte.hear(/Jullie praten sinds \d\d:\d\d\. De beller is verbonden\./u);
    await scene.lotte.say(roomId, 'Dag');
    await caller.see('Dag');
    expect(await talking).toMatchObject({ edits: card.eventId, isMention: false });
  });

  it('says within ten seconds that the caller is away, and within ten that they are back', async () => {
    const away = scene.lotte.hear(/De beller is weg sinds \d\d:\d\d \(al 0:\d\d min\)/u, rightWithinMs);
    line.disconnect();
    expect(await away).toMatchObject({ edits: card.eventId });
    const back = scene.lotte.hear(/De beller is terug sinds \d\d:\d\d, na 0:\d\d min weg/u, rightWithinMs);
    line.reconnect();
    expect(await back).toMatchObject({ edits: card.eventId });
  });
});

describe('the rhythm of a conversation', () => {
  it('prompts the counsellor at 45 minutes without ringing, and tells the caller at 50', async () => {
    const prompt = scene.lotte.hear(/duurt nu 45 minuten/u);
    await talkedLonger(45);
    expect(await prompt).toMatchObject({ isMention: false });
    await talkedLonger(5);
    await expect(caller.see(caller.texts['line.round-off'])).resolves.toBe(true);
  });

  it('asks and rings at 60; ▶ asks why, the reason goes into the audit log, and nothing is cut', async () => {
    const { counsellor, ownDesk } = scene.lotte;
    const asked = scene.lotte.hear(/het uur is om/u);
    await talkedLonger(10);
    const { eventId, isMention } = await asked;
    expect(isMention).toBe(true);
    await counsellor.waitFor('reaction', ({ to, key }) => to === eventId && key === '▶');
    const why = scene.lotte.hear(/^Verdergaan kan/u);
    await counsellor.call('react', ownDesk, eventId, '▶\uFE0F');
    await why;
    await scene.lotte.command('!verder er is nog geen veilige plek', /gaat verder/u);
    const audited = await query(scene.world, 'SELECT act FROM audit.lines', {});
    expect(audited).toEqual([{ act: 'conversation-went-on' }]);
    await caller.write('Ik ben er nog');
    await expect(scene.lotte.read(roomId, 'Ik ben er nog')).resolves.toMatchObject({ roomId });
  });
});

describe('the end of a shift', () => {
  it('asks what becomes of the conversation, and after its end a pause is one press away', async () => {
    const { lotte } = scene;
    const { counsellor, ownDesk } = lotte;
    await lotte.command('!uit', /Kies wat ermee gebeurt/u);
    await lotte.command('!aan', /^Je staat aan/u);
    const over = lotte.hear(/is afgelopen/u);
    await lotte.command('!einde', /is afgelopen/u);
    const { eventId } = await over;
    await counsellor.waitFor('reaction', ({ to, key }) => to === eventId && key === '⏸');
    const paused = lotte.hear(/^Je hebt pauze/u);
    await counsellor.call('react', ownDesk, eventId, '⏸');
    await expect(paused).resolves.toMatchObject({ roomId: ownDesk });
    await eventually(async () => {
      const [row] = await query(scene.world, 'SELECT state FROM duties', {});
      return row?.['state'] === 'paused';
    });
  });
});
