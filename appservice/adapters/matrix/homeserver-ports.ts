import { parseUserId, type UserId } from '../../domain/ids.ts';
import type { MatrixBridge } from './bridge.ts';
import { callerRegistrar } from './caller-registrar.ts';
import { conversationWords } from './conversation-words.ts';
import { counsellorIdentities } from './counsellor-identities.ts';
import { HomeserverError } from './homeserver-error.ts';
import { homeserverHealth } from './homeserver-health.ts';
import type { ReportLibraryMessage } from './library-logs.ts';
import { roomCreator } from './room-creator.ts';
import { roomInviter } from './room-inviter.ts';
import { invitingByOthers } from './inviting-by-others.ts';
import { roomLevelsKeeper } from './room-levels.ts';
import { roomPurger } from './room-purger.ts';
import { roomRemover } from './room-remover.ts';
import type { OperatorAccess } from './operator-requests.ts';
import { staffAccounts } from './staff-accounts.ts';
import { staffPresence } from './staff-presence.ts';

/** What the ports of the homeserver are built from. */
export type HomeserverPortsOptions = OperatorAccess & {
  readonly bridge: MatrixBridge;
  readonly serverName: string;
  readonly report: ReportLibraryMessage;
};

/** Every port of `ports/homeserver.ts` on the real homeserver, under the names that use cases call them by. */
export function homeserverPorts(options: HomeserverPortsOptions) {
  const { bridge, serverName, report } = options;
  const { requests, host, desk } = bridge;
  return {
    host,
    desk,
    requests,
    homeserver: homeserverHealth(requests, host),
    registrar: callerRegistrar(requests),
    rooms: roomCreator(requests, host),
    inviter: roomInviter(requests, isCaller),
    inviting: invitingByOthers(requests, isCaller),
    words: conversationWords(requests),
    levels: roomLevelsKeeper(requests, desk),
    remover: roomRemover(requests, host),
    deskRemover: roomRemover(requests, desk),
    identities: counsellorIdentities(requests, desk, report),
    presence: staffPresence(options),
    accounts: staffAccounts(options),
    purger: roomPurger(options),
    callerUserId: (name: string) => callerUserId(name, serverName),
  };
}

/** How the user ids of callers begin: their part of the application service's namespace. */
const callerPrefix = '@1712_caller_';

const isCaller = (person: UserId): boolean => person.startsWith(callerPrefix);

function callerUserId(name: string, serverName: string): UserId {
  const userId = parseUserId(`${callerPrefix}${name}:${serverName}`);
  if (userId === undefined) throw new HomeserverError('unexpected-answer');
  return userId;
}
