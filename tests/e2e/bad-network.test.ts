import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { campaignFactor } from '../../scripts/test/campaign.ts';
import { eventually } from '../ports/eventually.ts';
import { type BadLine, startBadLine } from '../support/bad-line.ts';
import { moveClock } from '../support/caller-clock.ts';
import { newCaller, type Caller } from '../support/caller.ts';
import { roomHistory } from '../support/engine-caller-looks.ts';
import { seededRandom, seedOfThisRun } from '../support/seeded-random.ts';
import { claimsToBeSent, shownMarks } from '../support/shown-marks.ts';
import { closeChatScene, openChatScene, type ChatScene } from '../support/worlds/chat-scene.ts';

/** S18 in full is the campaign of `npm run soak`. */
const campaign = campaignFactor > 1 ? { messages: 50, losses: 3 } : { messages: 15, losses: 1 };
const campaignLimitMs = campaign.messages * 8_000;

jest.setTimeout(30_000);

const seed = seedOfThisRun();
let scene: ChatScene;
let line: BadLine;
let caller: Caller;
let roomId: string;

beforeAll(async () => {
  [scene, line] = await Promise.all([
    openChatScene({ overrides: { development: {} } }),
    startBadLine(seededRandom(seed)),
  ]);
  caller = await newCaller(scene.browser, scene.world, { proxy: line.address });
  await caller.open();
  const ringing = scene.lotte.nextCard();
  await caller.start();
  roomId = await scene.lotte.enter(await ringing);
  await caller.see(caller.texts['line.secured']);
}, 90_000);

afterAll(async () => {
  await caller.close();
  line.stop();
  await closeChatScene(scene);
}, 30_000);

/** What a browser in a quiet conversation waits for: news of the room, and of the conversation. */
const longPolls = 2;

/** After so many tries of page and worker together the next one is some four seconds away. */
const manyTries = 12;

/** At once, on a machine that is shared. */
const soonMs = 3_000;

/** What goes on when the line is back: the caller's words go out, and news is asked for of the room and of the conversation. */
const goingOn = ['/send/m.room.encrypted/', '/sync?', '/api/conversations/current?'];

const own = (number: number): string => `beller ${String(number)}.`;
const theirs = (number: number): string => `medewerker ${String(number)}.`;
const numbers = Array.from({ length: campaign.messages }, (_, index) => index + 1);

describe(`on a line that cuts 30 % of the exchanges and goes away altogether (SEED=${String(seed)})`, () => {
  /** How many of the caller's messages the page called sent, and how many the homeserver had, while nothing could pass. */
  const samples: { readonly shown: number; readonly had: number }[] = [];

  beforeAll(async () => {
    const before = await sentEvents();
    line.cut(0.3);
    line.loseNextAnswer('/send/m.room.encrypted/');
    for (const number of numbers) {
      await Promise.all([caller.write(own(number)), scene.lotte.say(roomId, theirs(number))]);
      if (isTimeOfLoss(number)) await loseLine(before);
    }
    await scene.lotte.read(roomId, own(campaign.messages), campaignLimitMs);
    await caller.see(theirs(campaign.messages), campaignLimitMs);
    line.cut(0);
  }, campaignLimitMs);

  /** Spread evenly over the conversation, and so that there is something left to say after the last one. */
  function isTimeOfLoss(number: number): boolean {
    return number % Math.ceil(campaign.messages / (campaign.losses + 1)) === 0;
  }

  async function loseLine(before: number): Promise<void> {
    line.disconnect();
    const triesBefore = line.tally.unheard;
    await caller.write(`${own(0)} zonder lijn`);
    await scene.lotte.say(roomId, `${theirs(0)} zonder lijn`);
    await eventually(() => line.tally.unheard >= triesBefore + 8, 60_000);
    const shown = (await shownMarks(caller, /beller/u)).filter(claimsToBeSent).length;
    samples.push({ shown, had: (await sentEvents()) - before });
    line.reconnect();
  }

  it('the counsellor reads every message of the caller once, in order', () => {
    const read = scene.lotte.counsellor.events.flatMap((event) =>
      event.kind === 'words' && event.roomId === roomId ? [event.body] : [],
    );
    expect(read.filter((words) => /^beller [1-9]/u.test(words))).toEqual(numbers.map(own));
  });

  it('the caller reads every message of the counsellor once, in order', async () => {
    const shown = (await caller.shown()).match(/medewerker [1-9]\d*\./gu);
    expect(shown).toEqual(numbers.map(theirs));
  });

  it('what was said while the line was gone arrives too, as often as it was said', async () => {
    const both = `${await caller.shown()} ${scene.lotte.counsellor.events.map((event) => JSON.stringify(event)).join(' ')}`;
    expect(both.match(/medewerker 0\. zonder lijn/gu)).toHaveLength(campaign.losses);
  });

  it('no message is called sent that the homeserver does not have', () => {
    expect(samples).toHaveLength(campaign.losses);
    expect(samples.filter(({ shown, had }) => shown > had)).toEqual([]);
  });

  it('in the end every message of the caller is called sent, delivered or read', async () => {
    const sent = async () => (await shownMarks(caller, /beller/u)).filter(claimsToBeSent).length;
    const count = campaign.messages + campaign.losses;
    await eventually(async () => (await sent()) === count, 20_000);
    expect(await shownMarks(caller, /beller/u)).toHaveLength(count);
  });

  it('the line has cut both before and after the service had answered', () => {
    expect(line.tally.unheard).toBeGreaterThan(campaign.losses * 8);
    expect(line.tally.unanswered).toBeGreaterThan(3);
  });
});

describe('on a line that is another one all of a sudden', () => {
  it('what both say then arrives, and it is not said that the connection was lost', async () => {
    await eventually(() => line.longPollsUnderWay() === longPolls, 20_000);
    const lostBefore = await caller.line(caller.texts['line.connection-lost']).count();
    line.change();
    await Promise.all([caller.write('Nu op 4G'), scene.lotte.say(roomId, 'Ik hoor je')]);
    await scene.lotte.read(roomId, 'Nu op 4G');
    await caller.see('Ik hoor je');
    expect(await caller.line(caller.texts['line.connection-lost']).count()).toBe(lostBefore);
  });
});

describe('when the browser says that the line is back after it was long gone', () => {
  it('the conversation goes on at once, and not after the pause that has grown meanwhile', async () => {
    const triesBefore = line.tally.unheard;
    line.disconnect();
    await caller.write('Zonder lijn geschreven');
    await scene.lotte.say(roomId, 'Ben je er nog');
    await eventually(() => line.tally.unheard >= triesBefore + manyTries, 30_000);
    await caller.context.setOffline(true);
    const passed = () => goingOn.map((part) => line.passed(part));
    const passedBefore = passed();
    line.reconnect();
    await caller.context.setOffline(false);
    await eventually(() => passed().every((count, index) => count > (passedBefore[index] ?? 0)), soonMs);
    await scene.lotte.read(roomId, 'Zonder lijn geschreven');
    await expect(caller.see('Ben je er nog')).resolves.toBe(true);
  }, 60_000);
});

describe('on a phone that sleeps for three minutes with the chat open', () => {
  it('it is the same conversation afterwards, and nothing is lost or doubled', async () => {
    const phone = await caller.context.newCDPSession(caller.page);
    await phone.send('Page.setWebLifecycleState', { state: 'frozen' });
    line.disconnect();
    await scene.lotte.say(roomId, 'Slaap maar even');
    await moveClock(scene.world, 180);
    await scene.lotte.say(roomId, 'Ik blijf hier');
    line.reconnect();
    await phone.send('Page.setWebLifecycleState', { state: 'active' });
    await caller.see('Ik blijf hier');
    await caller.write('Wakker');
    await scene.lotte.read(roomId, 'Wakker');
    const said = (await caller.shown()).match(/Slaap maar even|Ik blijf hier|Wakker/gu);
    expect(said).toEqual(['Slaap maar even', 'Ik blijf hier', 'Wakker']);
  });
});

/** How many encrypted messages of the caller the homeserver has. */
async function sentEvents(): Promise<number> {
  const events = await roomHistory(scene.world, roomId);
  return events.filter(({ type, sender }) => type === 'm.room.encrypted' && sender !== scene.lotte.userId)
    .length;
}
