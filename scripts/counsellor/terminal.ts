/**
 * `npm run counsellor`: a small counsellor for whoever has no Element at hand. It shows invitations, cards and words,
 * and takes what a person in Element would type or press.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { checkout } from '../stack/checkout.ts';
import { keepRecoveryKey, pickUser, readRecoveryKey, readRun } from './account.ts';
import { connectCounsellor, CounsellorError, type Counsellor } from './connect.ts';
import { isDesk, ownDeskRoom } from './desk.ts';
import type { CounsellorEvent } from './events.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    run: { type: 'string', default: join(checkout, '.data/run.json') },
    'recovery-key': { type: 'string' },
  },
});

const explanation = `
  Wat je hier kan doen (in Element doe je hetzelfde met de muis):
    !aan, !uit, !help …   naar je eigen balie
    /neem                 ✋ op de kaart die voor je belt       /niet   ✖
    /aanvaard             de uitnodiging aanvaarden (Accepteren)
    /weiger               de uitnodiging weigeren (Weigeren)
    gewone tekst          naar het gesprek waar je in zit
    /stop                 afmelden
`;

type Screen = {
  /** Names of the rooms by their ids, the newest last. */
  readonly invitations: Map<string, string>;
  card: { readonly roomId: string; readonly eventId: string } | null;
  conversation: { readonly roomId: string; readonly name: string } | null;
};
const screen: Screen = { invitations: new Map(), card: null, conversation: null };
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const fail = (line: string): never => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

const run = readRun(values.run) ?? fail('Er draait hier niets: begin met npm start.');
const user =
  pickUser(run, positionals[0]) ??
  fail(`Die naam staat niet in de lijst. Kies uit: ${run.users.map((each) => each.userId).join(', ')}`);

let self: Counsellor | undefined;
try {
  self = await connectCounsellor({
    homeserver: run.homeserver,
    userId: user.userId,
    password: user.password,
    isCrossSigned: true,
    recoveryKey: values['recovery-key'] ?? readRecoveryKey(run, user),
    onEvent: (event) => {
      show(event);
    },
  });
} catch (error) {
  if (!(error instanceof CounsellorError) || error.code !== 'foreign-identity') throw error;
  fail('Dit account kreeg zijn sleutels in Element. Geef de herstelsleutel: --recovery-key "…"');
}
const counsellor = self ?? fail('Aanmelden lukte niet.');
if (counsellor.recoveryKey !== null) {
  keepRecoveryKey(run, user, counsellor.recoveryKey);
  print(`Herstelsleutel (voor Element): ${counsellor.recoveryKey}`);
}
print(`Je bent aangemeld als ${user.userId}.${explanation}`);
for (const room of counsellor.client.getRooms()) {
  if (room.getMyMembership() !== 'invite') continue;
  const inviter = room.getMember(user.userId)?.events.member?.getSender() ?? '';
  show({ kind: 'invitation', roomId: room.roomId, name: room.name, inviter });
}

const input = createInterface({ input: process.stdin });
input.on('line', (line) => {
  void obey(line.trim()).catch(() => {
    print('Dat lukte niet. Probeer het nog eens.');
  });
});
const leave = (): void => void counsellor.stop().finally(() => process.exit(0));
input.on('close', leave);
process.on('SIGINT', leave);
process.on('SIGTERM', leave);

async function obey(line: string): Promise<void> {
  if (line === '') return;
  if (line === '/stop') {
    leave();
    return;
  }
  if (line === '/aanvaard' || line === '/weiger') {
    await answerInvitation(line === '/aanvaard');
    return;
  }
  if (line === '/neem' || line === '/niet') {
    if (screen.card === null) print('Er belt nu niets voor je.');
    else await counsellor.react(screen.card.roomId, screen.card.eventId, line === '/neem' ? '✋' : '✖');
    return;
  }
  if (line.startsWith('/')) {
    print(explanation);
    return;
  }
  await speak(line);
}

async function answerInvitation(isAccepted: boolean): Promise<void> {
  const newest = [...screen.invitations.keys()].at(-1);
  if (newest === undefined) {
    print('Er is geen uitnodiging.');
    return;
  }
  screen.invitations.delete(newest);
  await (isAccepted ? counsellor.join(newest) : counsellor.leave(newest));
  const next = [...screen.invitations.values()].at(-1);
  if (next !== undefined) print(`\n✉ Er is nog een uitnodiging: ${next}. /aanvaard of /weiger`);
}

async function speak(line: string): Promise<void> {
  const desk = ownDeskRoom(counsellor.client);
  const room = line.startsWith('!') ? desk : (screen.conversation?.roomId ?? desk);
  if (room === undefined)
    print('Je bent nog in geen kamer. Aanvaard eerst de uitnodiging van de balie: /aanvaard');
  else await counsellor.say(room, line);
}

function show(event: CounsellorEvent): void {
  switch (event.kind) {
    case 'invitation':
      if (self === undefined) return; // shown with its name once everything is known
      screen.invitations.set(event.roomId, event.name);
      print(
        `\n✉ Uitnodiging: ${event.name} (van ${isDesk(event.inviter) ? 'de balie' : '1712'}). /aanvaard of /weiger`,
      );
      return;
    case 'entered':
      if (!isDeskRoom(event.roomId)) screen.conversation = event;
      print(`\n→ Je bent nu in: ${event.name}`);
      return;
    case 'removed':
      screen.invitations.delete(event.roomId);
      if (screen.conversation?.roomId === event.roomId) screen.conversation = null;
      print(`\n← Je bent uit de kamer gehaald. Reden: ${event.reason}`);
      return;
    case 'words':
      if (event.isMention && event.edits === null) screen.card = event;
      print(
        `${event.isMention ? '\u0007🔔 ' : ''}${isDesk(event.sender) ? 'Balie' : 'Beller'}: ${event.body}`,
      );
      return;
    case 'unreadable':
      print('Een bericht kan hier (nog) niet gelezen worden.');
      return;
    case 'typing':
      if (event.isTyping) print('(de beller typt …)');
      return;
    case 'ready':
    case 'reaction':
      return;
  }
}

function isDeskRoom(roomId: string): boolean {
  return (
    counsellor.client
      .getRoom(roomId)
      ?.getMembers()
      .some((member) => isDesk(member.userId)) === true
  );
}
