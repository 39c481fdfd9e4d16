import { afterEach, describe, expect, test } from '@jest/globals';
import { looksLikeCommand } from '../../../appservice/contract/misplaced.ts';
import { commandWords } from '../../../appservice/domain/command-words.ts';
import { parseDeskCommand } from '../../../appservice/domain/parse-desk-command.ts';
import { createEngineWorld, callerId, isKind, started, stopWorlds } from './engine-world.ts';

afterEach(stopWorlds);

describe('what looks like a command', () => {
  test.each([...commandWords.keys()])('is !%s, however it is written', (word) => {
    const written = [`!${word}`, ` ! ${word.toUpperCase()} dreigt`, `\u200B!${word}\nnog iets`];
    expect(written.filter((each) => !looksLikeCommand(each))).toEqual([]);
    expect(parseDeskCommand(written[0] ?? '')).not.toMatchObject({ problem: { code: 'unknown-word' } });
  });
  test.each(['!blokker dreigt', '!colega'])('is %s, mistyped', (body) => {
    expect(looksLikeCommand(body)).toBe(true);
  });
  test.each(['/invite @bram:1712', ' /invite @bram:1712', '\u200B/ Invite @bram:1712'])(
    'is %j, which names a colleague',
    (body) => {
      expect(looksLikeCommand(body)).toBe(true);
    },
  );
  test.each(['Goed zo!', 'Bel me, /invite', '/me knikt', 'Dag !einde', '!', '!!! wat erg', '!?', '112', ''])(
    'is not %j',
    (body) => {
      expect(looksLikeCommand(body)).toBe(false);
    },
  );
});

describe('a command that was written into the conversation', () => {
  const dangerous = '!blokkeer dreigt en scheldt';

  test('is never shown, and told by its event', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    await world.until(isKind('secured'));
    await world.counsellor.readNew();
    const eventId = await world.counsellor.say({ msgtype: 'm.text', body: dangerous }, callerId);
    await world.counsellor.say({ msgtype: 'm.text', body: 'Ik ben er.' }, callerId);
    await world.until(isKind('message'));
    expect(world.told.filter(isKind('misplaced'))).toEqual([{ kind: 'misplaced', report: { eventId } }]);
    expect(JSON.stringify(world.told)).not.toContain('blokkeer');
  });

  test('is not shown by an edit either, and the words before stay', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.join();
    await world.until(isKind('secured'));
    await world.counsellor.readNew();
    const first = await world.counsellor.say({ msgtype: 'm.text', body: 'Ik ben er.' }, callerId);
    const edit = {
      msgtype: 'm.text',
      body: `* ${dangerous}`,
      'm.new_content': { msgtype: 'm.text', body: dangerous },
      'm.relates_to': { rel_type: 'm.replace', event_id: first },
    };
    const eventId = await world.counsellor.say(edit, callerId);
    expect(await world.until(isKind('misplaced'))).toEqual({ kind: 'misplaced', report: { eventId } });
    expect(JSON.stringify(world.told)).not.toContain('blokkeer');
  });
});
