import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { StackError } from './stack-error.ts';

/** Name of the homeserver's administrator account that the service itself uses (design.md 4). */
const operatorLocalpart = 'operator';

type Call = { readonly method?: 'GET' | 'POST' | 'PUT'; readonly token?: string; readonly body?: unknown };

async function ask(url: string, call: Call = {}): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, {
    method: call.method ?? 'GET',
    headers: {
      'content-type': 'application/json',
      ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    signal: AbortSignal.timeout(30_000),
  });
  return { status: answer.status, body: await answer.json() };
}

const tokenSchema = z.object({ access_token: z.string() });
const failureSchema = z.object({ errcode: z.string() });

function refusal(what: string, body: unknown): StackError {
  const code = failureSchema.safeParse(body).data?.errcode ?? 'no errcode';
  return new StackError(
    'homeserver',
    `The homeserver refused to ${what} (${code}): "npm start -- --fresh" begins anew.`,
  );
}

/** Whether an access token is still good. */
export async function isTokenGood(homeserverUrl: string, token: string): Promise<boolean> {
  return (await ask(`${homeserverUrl}/_matrix/client/v3/account/whoami`, { token })).status === 200;
}

/**
 * An access token of the operator account, which is made by the registration's shared secret when it does not
 * exist. It is outside the application service's namespace, where nobody can be made this way.
 */
export async function operatorToken(
  homeserverUrl: string,
  access: { readonly sharedSecret: string; readonly password: string },
): Promise<string> {
  const url = `${homeserverUrl}/_synapse/admin/v1/register`;
  const { nonce } = z.object({ nonce: z.string() }).parse((await ask(url)).body);
  const words = [nonce, operatorLocalpart, access.password, 'admin'];
  const mac = createHmac('sha1', access.sharedSecret).update(words.join('\0')).digest('hex');
  const body = { nonce, username: operatorLocalpart, password: access.password, admin: true, mac };
  const made = await ask(url, { method: 'POST', body });
  if (made.status === 200) return tokenSchema.parse(made.body).access_token;
  return logIn(homeserverUrl, access.password);
}

async function logIn(homeserverUrl: string, password: string): Promise<string> {
  const body = {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: operatorLocalpart },
    password,
  };
  const answer = await ask(`${homeserverUrl}/_matrix/client/v3/login`, { method: 'POST', body });
  if (answer.status !== 200) throw refusal('let the operator in', answer.body);
  return tokenSchema.parse(answer.body).access_token;
}

/** User ids of all accounts of people on the homeserver. */
export async function listUserIds(homeserverUrl: string, token: string): Promise<ReadonlySet<string>> {
  const answer = await ask(`${homeserverUrl}/_synapse/admin/v2/users?limit=1000`, { token });
  if (answer.status !== 200) throw refusal('list its accounts', answer.body);
  const { users } = z.object({ users: z.array(z.object({ name: z.string() })) }).parse(answer.body);
  return new Set(users.map((user) => user.name));
}

/** An account to be made for somebody of the staff. */
export type StaffAccount = {
  readonly userId: string;
  readonly password: string;
  readonly displayName: string;
  readonly isAdministrator: boolean;
};

/** Makes an account for somebody of the staff. */
export async function createStaffAccount(
  homeserverUrl: string,
  token: string,
  account: StaffAccount,
): Promise<void> {
  const url = `${homeserverUrl}/_synapse/admin/v2/users/${encodeURIComponent(account.userId)}`;
  const body = {
    password: account.password,
    displayname: account.displayName,
    admin: account.isAdministrator,
  };
  const answer = await ask(url, { method: 'PUT', token, body });
  if (answer.status !== 200 && answer.status !== 201) throw refusal('make an account', answer.body);
}
