import { AppServiceRegistration, AppserviceHttpError, Bridge } from 'matrix-appservice-bridge';
import type { RequestHandler } from 'express';
import { parseUserId, type UserId } from '../../domain/ids.ts';
import { routeBridgeLogs } from './bridge-logs.ts';
import { bridgeRequests } from './bridge-requests.ts';
import { deliveryGaps } from './delivery-gaps.ts';
import { deliveryReminder } from './delivery-reminder.ts';
import { HomeserverError } from './homeserver-error.ts';
import { path, type HomeserverRequests } from './homeserver-requests.ts';
import type { ReportLibraryMessage } from './library-logs.ts';
import { PrivateListener } from './private-listener.ts';
import { registerUser } from './register-user.ts';
import { deskLocalpart, hostLocalpart, registrationOf } from './registration.ts';

/** What the bridge needs to know. */
export type BridgeOptions = {
  /** The homeserver's client API, such as `http://127.0.0.1:8008`. */
  readonly homeserverUrl: string;
  readonly serverName: string;
  /** The `id` of the registration file that the homeserver was given. */
  readonly registrationId: string;
  readonly asToken: string;
  readonly hsToken: string;
  /** Where the private listener listens. */
  readonly listen: { readonly host: string; readonly port: number };
  /** Commits a transaction before the homeserver is told that it was taken; what it throws makes the homeserver try again. */
  readonly receive: (transactionId: string, events: readonly unknown[]) => Promise<void>;
  /** Further routes of the private listener, such as health. */
  readonly routes?: RequestHandler;
  readonly report: ReportLibraryMessage;
};

/** The connection with the homeserver as an application service. */
export interface MatrixBridge {
  /** The host `@1712`, which has no device. */
  readonly host: UserId;
  /** The desk `@1712_desk`. */
  readonly desk: UserId;
  readonly requests: HomeserverRequests;
  /** The port of the private listener. */
  readonly port: number;
  /** Stops listening after running requests are answered. */
  close(): Promise<void>;
}

/** The host's name, as short as can be: Element shows "Invited by 1712" (feasibility D 3). */
const hostDisplayName = '1712';

/**
 * Opens the private listener and asks the homeserver to deliver. It does not wait for the homeserver, which may come later.
 * The six traps of the library (feasibility A 3) are answered here and in `PrivateListener`.
 */
export async function openBridge(options: BridgeOptions): Promise<MatrixBridge> {
  const host = ownUser(hostLocalpart, options.serverName);
  const desk = ownUser(deskLocalpart, options.serverName);
  routeBridgeLogs(options.report);
  const bridge = makeBridge(options);
  await bridge.initialise();
  const requests = bridgeRequests(bridge, host);
  const reminder = deliveryReminder(() => announce(requests, host, options.registrationId));
  const listener = new PrivateListener({
    hsToken: options.hsToken,
    receive: options.receive,
    isAhead: deliveryGaps().isAhead,
    routes: options.routes,
    onAnswered: (isTaken) => {
      if (isTaken) reminder.delivered();
      else reminder.remind();
    },
  });
  await bridge.listen(options.listen.port, options.listen.host, 100, listener);
  bridge.addAppServicePath({
    method: 'POST',
    path: '/_matrix/app/v1/ping',
    authenticate: true,
    handler: (_request, response) => {
      response.json({});
    },
  });
  reminder.remind();
  return {
    host,
    desk,
    requests,
    port: listener.port,
    close: () => {
      reminder.stop();
      return bridge.close();
    },
  };
}

function makeBridge(options: BridgeOptions): Bridge {
  const registration = registrationOf({ ...options, url: options.homeserverUrl });
  const intent = { dontCheckPowerLevel: true, dontJoin: true, enablePresence: false };
  return new Bridge({
    homeserverUrl: options.homeserverUrl,
    domain: options.serverName,
    registration: AppServiceRegistration.fromObject({
      ...registration,
      namespaces: { ...registration.namespaces },
    }),
    disableStores: true,
    suppressEcho: false,
    queue: { type: 'none', perRequest: false },
    logRequestOutcome: false,
    intentOptions: { bot: intent, clients: intent },
    controller: {
      onEvent: () => undefined,
      // All our users are made by us: a name that the homeserver has to ask for is nobody.
      onUserQuery: () => {
        throw new AppserviceHttpError({ errcode: 'M_NOT_FOUND', error: 'No such user.' }, 404);
      },
      onLog: () => undefined,
    },
  });
}

/** Makes the host known (the library does not register the sender), then asks for what waits (MSC2659). */
async function announce(requests: HomeserverRequests, host: UserId, registrationId: string): Promise<void> {
  await registerUser(requests, host);
  await requests.send({
    method: 'PUT',
    path: path`/_matrix/client/v3/profile/${host}/displayname`,
    body: { displayname: hostDisplayName },
  });
  await requests.send({
    method: 'POST',
    path: path`/_matrix/client/v1/appservice/${registrationId}/ping`,
    body: {},
  });
}

function ownUser(localpart: string, serverName: string): UserId {
  const userId = parseUserId(`@${localpart}:${serverName}`);
  if (userId === undefined) throw new HomeserverError('unexpected-answer');
  return userId;
}
