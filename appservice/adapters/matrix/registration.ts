/** What an administrator decides about the registration; everything else is fixed (design 4, feasibility A 1). */
export type RegistrationSettings = {
  /** Name by which the homeserver knows the application service; part of the ping's path. */
  readonly registrationId: string;
  readonly serverName: string;
  /** Where the homeserver reaches the private listener. */
  readonly url: string;
  readonly asToken: string;
  readonly hsToken: string;
};

/** Local part of the host: the application service's sender, without any device (design 4). */
export const hostLocalpart = '1712';

/** Local part of the encrypting device's user (design 4). */
export const deskLocalpart = '1712_desk';

/** A registration file as an object; JSON is YAML, so it can be written as it is. */
export type Registration = {
  readonly id: string;
  readonly url: string;
  readonly as_token: string;
  readonly hs_token: string;
  readonly sender_localpart: string;
  readonly rate_limited: false;
  readonly receive_ephemeral: false;
  readonly 'io.element.msc4190': true;
  readonly namespaces: {
    readonly users: { readonly exclusive: true; readonly regex: string }[];
    readonly aliases: never[];
    readonly rooms: never[];
  };
};

/**
 * The registration of the application service (Application Service API, registration; MSC4190: devices are made by
 * `PUT /devices`, there is no login). Typing and receipts are not asked for: nothing of ours acts on them.
 */
export function registrationOf(settings: RegistrationSettings): Registration {
  const server = settings.serverName.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return {
    id: settings.registrationId,
    url: settings.url,
    as_token: settings.asToken,
    hs_token: settings.hsToken,
    sender_localpart: hostLocalpart,
    rate_limited: false,
    receive_ephemeral: false,
    'io.element.msc4190': true,
    namespaces: {
      users: [{ exclusive: true, regex: `@${hostLocalpart}(_.*)?:${server}` }],
      aliases: [],
      rooms: [],
    },
  };
}
