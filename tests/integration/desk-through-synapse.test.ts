import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { eventually } from '../ports/eventually.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import { cardsOf, command, nextWords, openCounsellor, type Words } from '../support/engine-caller-desk.ts';
import { caseNumberOf, count, membersNow, query, roomHistory } from '../support/engine-caller-looks.ts';
import { endTalk, hearsWords, takeTalk } from '../support/engine-caller-talk.ts';
import { startCallers, type CallersProcess } from '../support/engine-caller.ts';
import { must } from '../support/parsed.ts';
import { startWorld, type World } from '../support/world.ts';

const limitMs = 180_000;
const names = ['Lotte', 'Jef', 'Annelies', 'Bram'] as const;
/** Four counsellors press for each: twenty takes (issue 5). */
const races = 5;

jest.setTimeout(limitMs);

const values = z.record(z.string(), z.string().nullable());
const keptSchema = z.object({ facts: values, answers: values });

type Racer = { readonly name: string; readonly counsellor: TestCounsellor; readonly desk: string };

let world: World;
let callers: CallersProcess;
let racers: readonly Racer[];

beforeAll(async () => {
  world = await startWorld({ hasAppservice: true });
  racers = await Promise.all(
    names.map(async (name) => {
      const counsellor = await openCounsellor(world, name);
      return { name, counsellor, desk: await counsellor.enterDesk() };
    }),
  );
  for (const { counsellor } of racers) await command(counsellor, '!aan', /^Je staat aan/u);
  callers = startCallers(world.publicUrl);
}, limitMs);

afterAll(async () => {
  await callers.stop();
  await Promise.all(racers.map(({ counsellor }) => counsellor.kill()));
  await world.stop();
}, limitMs);

/** Whoever it rings for presses the hand, the others write, all at once; tells who has it and what the others heard. */
async function race(caseNumber: string, roomId: string) {
  const ringsFor = () => racers.find(({ counsellor }) => cardsOf(counsellor, caseNumber).length > 0);
  await eventually(() => ringsFor() !== undefined, 45_000);
  const seen = racers.map(({ counsellor }) => counsellor.events.length);
  const take = async ({ counsellor, desk }: Racer): Promise<void> => {
    const [card] = cardsOf(counsellor, caseNumber);
    if (card === undefined) await counsellor.call('say', desk, `!neem ${caseNumber}`);
    else await counsellor.call('react', card.roomId, card.eventId, '✋');
  };
  await Promise.all(racers.map(take));
  const invited = ({ counsellor }: Racer): boolean =>
    counsellor.events.some((event) => event.kind === 'invitation' && event.roomId === roomId);
  await eventually(() => racers.some(invited), 45_000);
  const losers = racers.filter((racer) => !invited(racer));
  const told = losers.map(async (racer) => {
    const from = must(seen[racers.indexOf(racer)], racer.name);
    return (await nextWords(racer.counsellor, from, new RegExp(`gesprek ${caseNumber} al\\.`, 'u'))).body;
  });
  return { winner: must(racers.find(invited), 'a winner'), told: await Promise.all(told) };
}

test('of counsellors who take at once exactly one has it each time, and every other is told who', async () => {
  for (let index = 0; index < races; index += 1) {
    const caller = callers.caller(`race ${String(index)}`);
    const { roomId } = await caller.start();
    const caseNumber = await caseNumberOf(world, roomId);
    const { winner, told } = await race(caseNumber, roomId);
    expect(told).toEqual(
      Array.from(
        { length: racers.length - 1 },
        () => `${winner.name} heeft gesprek ${caseNumber} al. Fijn dat je wou helpen.`,
      ),
    );
    const members = membersNow(await roomHistory(world, roomId));
    const counsellors = racers.filter(({ counsellor }) => members.includes(counsellor.userId));
    expect(counsellors.map(({ name }) => name)).toEqual([winner.name]);
    caller.order({ kind: 'end' });
    const running = "SELECT count(*) FROM conversations WHERE room_id = $1 AND phase_name <> 'ended'";
    await eventually(async () => (await count(world, running, [roomId])) === 0, 30_000);
  }
});

describe('the register of contacts', () => {
  let lotte: TestCounsellor;
  let caseNumber: string;
  let roomId: string;
  /** What Lotte writes as an answer. */
  let answer: string;

  beforeAll(async () => {
    const [first, ...others] = racers;
    lotte = must(first, 'Lotte').counsellor;
    for (const { counsellor } of others) await command(counsellor, '!uit', /^Je staat uit/u);
    const caller = callers.caller('to be registered');
    caller.say('Het gaat over thuis.');
    ({ roomId } = await caller.start());
    caseNumber = await caseNumberOf(world, roomId);
    await takeTalk(world, lotte, { roomId });
    await hearsWords(lotte, roomId, 'Het gaat over thuis.');
    await lotte.call('say', roomId, 'Vertel maar.');
    await caller.untilHeard('Vertel maar.', 60_000);
    await endTalk(lotte, { caller, roomId });
  }, limitMs);

  /** Does something, and tells the first words of the desk after it that look like this. */
  async function after(deed: () => Promise<unknown>, words: RegExp): Promise<Words> {
    const seen = lotte.events.length;
    await deed();
    return nextWords(lotte, seen, words);
  }

  const press = ({ roomId: room, eventId }: Words, sign: string) => lotte.call('react', room, eventId, sign);

  test('lists a contact after its end, asks by sign and short answer, and lets it be put aside', async () => {
    await command(
      lotte,
      '!open-staand',
      new RegExp(`• gesprek ${caseNumber}.*!registreer ${caseNumber}`, 'u'),
    );
    const role = await after(() => lotte.command('!registreer'), /Welke rol had de beller/u);
    await after(() => press(role, '1⃣'), /Wat is de beller van de persoon/u);
    await command(lotte, 'later', /ligt opzij/u);
    await expect(
      command(lotte, '!open-staand', new RegExp(`• gesprek ${caseNumber}`, 'u')),
    ).resolves.toBeDefined();
  });

  test('goes on where it was, and leaves no way back once all the rest is unknown', async () => {
    const go = `!registreer ${caseNumber}`;
    const relation = await after(() => lotte.command(go), /Wat is de beller van de persoon/u);
    await after(() => press(relation, '❔'), /Waarover ging het/u);
    const more = await after(async () => {
      answer = String(await lotte.call('say', relation.roomId, 'partnergeweld'));
    }, /En meer precies/u);
    await after(() => press(more, '⏭'), /^Geregistreerd/u);
    const [row] = await query(world, "SELECT to_jsonb(c) - 'answers' AS facts, answers FROM contacts AS c");
    const { facts, answers } = keptSchema.parse(row);
    expect(facts['channel']).toBe('chat');
    expect(answers).toMatchObject({
      role: 'victim',
      relation: null,
      theme: 'partner-violence',
      context: null,
    });
    const ways = `SELECT conversation_id::text AS way FROM conversations UNION SELECT room_id FROM conversations
      UNION SELECT case_number FROM conversations UNION SELECT owner FROM desk_rooms WHERE kind = 'own'`;
    const leading = new Set((await query(world, ways)).map(({ way }) => way));
    const kept = [...Object.values(facts), ...Object.values(answers)];
    expect(kept.filter((value) => value !== null && leading.has(value))).toEqual([]);
    expect(await tablesThatHold('partner-violence')).toEqual(['contacts']);
  });

  test('takes the questions and the answers out of the desk room', async () => {
    const said = /^(?:\d+\/\d+ ·|Registreren:)/u;
    const shown = new Set(
      lotte.events.flatMap((event) =>
        event.kind === 'words' && event.edits === null && said.test(event.body) ? [event.eventId] : [],
      ),
    );
    expect(shown.size).toBeGreaterThanOrEqual(5);
    shown.add(answer);
    await eventually(async () => {
      const taken = await query(world, 'SELECT redacts FROM redactions', { database: 'synapse' });
      const ids = new Set(taken.map(({ redacts }) => redacts));
      return [...shown].every((id) => ids.has(id));
    }, 30_000);
    expect(await count(world, 'SELECT count(*) FROM contact_forms')).toBe(0);
  });

  test('takes a telephone call without its number, and then has nothing left to ask', async () => {
    await after(() => lotte.command('!telefoon'), /Hoelang duurde het|In welke regio/u);
    await command(lotte, '0470 12 34 56', /op een telefoonnummer lijkt/u);
    await command(lotte, 'alles onbekend', /^Geregistreerd: het telefoongesprek/u);
    const phone =
      "SELECT count(*) FROM contacts WHERE channel = 'phone' AND answers->'theme' = 'null'::jsonb";
    expect(await count(world, phone)).toBe(1);
    expect(await tablesThatHold('0470 12 34')).toEqual([]);
    await command(lotte, '!open-staand', /Er staat niets op je lijst/u);
  });
});

/** The tables of the service with a row in which this stands. */
async function tablesThatHold(text: string): Promise<readonly string[]> {
  const tables = await query(world, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  const holding: string[] = [];
  for (const name of tables.map(({ tablename }) => String(tablename))) {
    const rows = `SELECT count(*) FROM "${name}" AS each WHERE strpos(each::text, $1) > 0`;
    if ((await count(world, rows, [text])) > 0) holding.push(name);
  }
  return holding.toSorted();
}
