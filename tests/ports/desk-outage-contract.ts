import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventPlace } from '../../appservice/domain/conversation.ts';
import type { RoomId } from '../../appservice/domain/ids.ts';
import { isTransient } from '../../appservice/usecases/is-transient.ts';
import { must, teamId } from '../support/parsed.ts';
import { words, type DeskWorld, type OpenDesk } from './desk-world.ts';

type Scene = DeskWorld & {
  readonly card: EventPlace;
  readonly surplus: EventPlace;
  readonly question: EventPlace;
  readonly teamRoom: RoomId;
};

const send = ({ sender, room }: DeskWorld, key: string): Promise<EventPlace> =>
  sender.send({ roomId: room, key, message: words(key), mention: null });

/** Every call that needs an answer of the homeserver. */
const calls: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'say anything': (scene) => send(scene, 'while away'),
  'put a hand under a card': ({ sender, card }) => sender.raiseHand({ of: card, key: 'hand while away' }),
  'put signs under a message': ({ sender, question }) =>
    sender.putSigns({ of: question, key: 'signs while away', signs: ['⏭'] }),
  'clear a message': ({ sender, question }) =>
    sender.clear({ of: question, key: 'cleared while away', isWithOwnSigns: true }),
  'edit a card': ({ sender, card }) => {
    return sender.edit({ of: card, key: 'edit while away', message: words('edited') });
  },
  'take a message back': ({ sender, surplus }) => {
    return sender.redact({ of: surplus, key: 'back while away' });
  },
  'make a room': ({ maker }) => maker.makeTeam(teamId('brussel'), 'Brussel'),
  'look who is in a room': ({ maker, teamRoom }) => maker.peopleIn(teamRoom),
  'change what a space holds': ({ maker, teamRoom }) => maker.ensureChildren(teamRoom, []),
  'invite anybody': ({ maker, teamRoom, colleagues }) => maker.ensureInvited(teamRoom, [colleagues.an]),
};

/** A homeserver that goes away from under the desk, and comes back. */
export function deskOutageContract(world: OpenDesk): void {
  describe('the desk', () => {
    let made: Scene | undefined;
    const scene = () => must(made, 'a scene');

    beforeAll(async () => {
      const card = await send(world(), 'before the outage');
      const surplus = await send(world(), 'too much');
      const question = await send(world(), 'a question');
      made = {
        ...world(),
        card,
        surplus,
        question,
        teamRoom: await world().maker.makeTeam(teamId('gent'), 'Gent'),
      };
    });

    describe('while the homeserver is away,', () => {
      beforeAll(() => world().goAway(), 60_000);
      afterAll(() => world().comeBack(), 90_000);

      test.each(Object.entries(calls))('cannot %s: a transient failure', async (_what, call) => {
        const failure = await call(scene()).catch((error: unknown) => error);
        expect([failure, isTransient(failure)]).toEqual([expect.any(Error), true]);
      });
    });

    test('does afterwards what it could not, and is heard and hears again', async () => {
      const { card, counsellorDoes, arrived, reader } = scene();
      for (const call of Object.values(calls)) await call(scene());
      const { versions, reactions } = await world().seen(card, { versions: 2, reactions: 2 });
      expect([versions.at(-1), reactions.length]).toEqual([words('edited'), 2]);
      const written = await arrived(await counsellorDoes.write('!aan'));
      expect(await reader.read(written)).toMatchObject({ kind: 'text', body: '!aan' });
    }, 120_000);
  });
}
