import { describe, expect, test } from '@jest/globals';
import { shippedSnippets } from '../../../appservice/domain/desk-words/snippet-words.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { enterPool } from '../../../appservice/usecases/enter-pool.ts';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { courseOf } from '../../support/worlds/course-world.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an } = people;

describe('!zin', () => {
  test('lists what there is, also when a name is none of them', async () => {
    const world = await helplineWorld();
    const names = Object.keys(shippedSnippets);
    expect(await world.command(an, '!zin')).toMatchObject({
      message: { code: 'snippets', names, unknown: null },
    });
    expect(await world.command(an, '!zin bestaatniet')).toMatchObject({
      message: { code: 'snippets', names, unknown: 'bestaatniet' },
    });
  });

  test('gives the words alone, so that the whole message is copied, in Dutch with nobody there', async () => {
    const world = await helplineWorld();
    const answer = must(await world.command(an, '!zin Meekijken'), 'an answer');
    expect(deskWords(answer, 0)).toBe(shippedSnippets['meekijken']?.nl);
  });

  test('gives them in the language of the caller', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const started = await startConversation(world, world.request({ language: 'fr' }));
    const rows = [...world.database.tables.conversations.keys()];
    expect(started.ok).toBe(true);
    await enterPool(world, must(rows[0], 'a conversation'));
    await world.settle();
    await world.press(an, '✋');
    const answer = must(await world.command(an, '!zin nood'), 'an answer');
    expect(deskWords(answer, 0)).toBe(shippedSnippets['nood']?.fr);
  });

  test('says nothing in the conversation itself', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    const before = world.deskDevice.entries.filter(({ place }) => place.roomId === course.roomId);
    await world.command(an, '!zin begroeting');
    expect(world.deskDevice.entries.filter(({ place }) => place.roomId === course.roomId)).toEqual(before);
  });
});
