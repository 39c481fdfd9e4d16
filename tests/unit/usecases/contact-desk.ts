import type { ContactPart } from '../../../appservice/domain/contact-draft.ts';
import type { RegisterMessage } from '../../../appservice/domain/desk-messages/register-message.ts';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { must } from '../../support/parsed.ts';
import { joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

/** What a counsellor does with forms about contacts in their own desk room. */
export function contactDesk(world: HelplineWorld, who: UserId = people.an) {
  const { database } = world;

  /** A conversation with this counsellor in it that is over. */
  const talkedAndOver = async () => {
    const { conversationId } = await joinedBy(who, world);
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    return world.conversation(conversationId);
  };

  const forms = () => [...database.tables.contacts.forms.values()];

  /** What the desk said about the register, oldest first. */
  const said = (): readonly RegisterMessage[] =>
    world.shown(who).flatMap((each) => (each.kind === 'register' ? [each.message] : []));

  /** The message of a part that was shown last. */
  const entryOf = (part: ContactPart) => {
    const keys = forms().flatMap(({ shown }) => shown.filter((each) => each.part === part));
    const { key } = must(keys.at(-1), `a message of ${part}`);
    const row = must(
      database.tables.actions.find((each) => each.key === key),
      key,
    );
    const place = must(row.sent, 'a sent message');
    return must(
      world.deskDevice.entries.find((entry) => entry.place.eventId === place.eventId),
      'an entry',
    );
  };

  /** Presses a sign under the message of a part, which may be none of the form. */
  const press = async (part: ContactPart, sign: string, by: UserId = who) => {
    const { place } = entryOf(part);
    const event = world.homeserver.emit(place.roomId, by, { kind: 'reaction', to: place.eventId, key: sign });
    await world.settle();
    return event;
  };

  const write = async (body: string) => {
    const event = world.write(who, body);
    await world.settle();
    return event;
  };

  return {
    talkedAndOver,
    forms,
    said,
    entryOf,
    press,
    write,
    register: () => database.tables.contacts.register,
  };
}
