import { recordContact } from '../../../appservice/domain/conversation-transitions.ts';
import type { CompanyMessage } from '../../../appservice/domain/desk-messages/company-message.ts';
import type { ConversationId, RoomId, UserId } from '../../../appservice/domain/ids.ts';
import { viewConversation } from '../../../appservice/usecases/view-conversation.ts';
import { must } from '../parsed.ts';
import { helplineWorld, joinedBy, type HelplineSettings, type HelplineWorld } from './helpline-world.ts';
import { people } from './sample-roster.ts';

const { an, bert, chris, dina } = people;

/** An has a conversation and has spoken; Bert, Chris and Dina are known and off duty, and the caller's browser is there. */
export async function companyWorld(settings: HelplineSettings = {}) {
  const world = await helplineWorld(settings);
  await world.onDuty(bert, chris, dina);
  for (const person of [bert, chris, dina]) await world.command(person, '!uit');
  const { conversationId, roomId, caller } = await joinedBy(an, world);
  await world.say(an, roomId);
  return {
    ...world,
    ...companyOf(world, { conversationId, roomId, caller }),
    conversationId,
    roomId,
    caller,
  };
}

/** That world. */
export type CompanyWorld = Awaited<ReturnType<typeof companyWorld>>;

type Place = { readonly conversationId: ConversationId; readonly roomId: RoomId; readonly caller: UserId };

function companyOf(world: HelplineWorld, { conversationId, roomId, caller }: Place) {
  /** What the desk said about company in somebody's own desk room, oldest first. */
  const told = (who: UserId): readonly CompanyMessage[] =>
    world.shown(who).flatMap((message) => (message.kind === 'company' ? [message.message] : []));

  /** The states of the cards that asked somebody to come, oldest first. */
  const cards = (who: UserId) =>
    told(who).flatMap((message) => (message.code === 'card' ? [message.state] : []));

  /** Somebody presses a reaction on the newest such card, or on one before. */
  const answer = async (who: UserId, key: string, before = 0) => {
    const room = world.deskRoom(who);
    const asking = world.deskDevice.entries.filter(({ place, versions }) => {
      const [first] = versions;
      return place.roomId === room && first?.kind === 'company' && first.message.code === 'card';
    });
    const { place } = must(asking.at(-1 - before), 'a card that asks');
    world.homeserver.emit(room, who, { kind: 'reaction', to: place.eventId, key });
    await world.settle();
  };

  /** The caller's browser gives a sign of life. */
  const live = () =>
    world.unitOfWork.run(async ({ conversations }) => {
      const conversation = must(await conversations.find(conversationId), 'the conversation');
      const alive = recordContact(conversation, world.clock.now());
      if (alive.ok) await conversations.save(alive.value);
    });

  /** Time goes by while the caller's browser is there. */
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      await live();
      await world.elapse(1);
    }
  };

  /** Somebody of the room invites somebody. */
  const invite = async (sender: UserId, member: UserId) => {
    world.homeserver.setMember(roomId, { member, membership: 'invite', sender });
    await world.settle();
  };

  /** A colleague is asked, says yes, is invited by the caller's browser, and comes in. */
  const bring = async (colleague: UserId, command: string) => {
    await world.command(an, command);
    await answer(colleague, '✅');
    await pass(10);
    await invite(caller, colleague);
    await world.accept(colleague);
  };

  return {
    told,
    cards,
    answer,
    live,
    pass,
    invite,
    bring,
    view: async () => must(await viewConversation(world, conversationId), 'the view'),
    company: () => world.conversation(conversationId).company,
    membership: (who: UserId) => world.homeserver.rooms.get(roomId)?.members.get(who),
    mayInvite: (who: UserId) => world.homeserver.rooms.get(roomId)?.inviters.has(who) === true,
    audited: () => world.unitOfWork.run(({ audit }) => audit.about(conversationId)),
  };
}
