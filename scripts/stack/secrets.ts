import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makers of the secrets, by the name of their file in the secrets folder. Keys are 32 bytes in base64. */
const makers = {
  'master.key': key,
  'desk-store.key': key,
  as_token: token,
  hs_token: token,
  'operator.password': token,
  'postgres.password': token,
  'helpline-database.password': token,
  'synapse-database.password': token,
  'synapse-macaroon': token,
  'synapse-form': token,
  'synapse-registration': token,
  // One line as Synapse writes it itself, so that no extra Python start is needed for it.
  'synapse-signing.key': () =>
    `ed25519 a_${randomBytes(3).toString('hex')} ${randomBytes(32).toString('base64').replace(/=+$/, '')}\n`,
} as const satisfies Record<string, () => string>;

/** Name of a secret, which is the name of its file. */
type SecretName = keyof typeof makers;

function key(): string {
  return randomBytes(32).toString('base64');
}

function token(): string {
  return randomBytes(32).toString('base64url');
}

/** The secrets of one stack: files that only their owner may read, made the first time and kept. */
export type Secrets = {
  readonly folder: string;
  /** Folder of the keys of recognition, which the service makes itself. */
  readonly recognitionKeyFolder: string;
  /** Path of a secret's file. */
  file(name: SecretName | 'operator_token'): string;
  read(name: SecretName | 'operator_token'): string;
};

/** Opens the secrets folder and makes what is missing in it. */
export function openSecrets(folder: string): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const recognitionKeyFolder = join(folder, 'recognition-keys');
  mkdirSync(recognitionKeyFolder, { recursive: true, mode: 0o700 });
  for (const [name, make] of Object.entries(makers)) {
    if (!existsSync(join(folder, name))) writeSecret(folder, name, make());
  }
  return {
    folder,
    recognitionKeyFolder,
    file: (name) => join(folder, name),
    read: (name) => readFileSync(join(folder, name), 'utf8').trim(),
  };
}

/** Writes one secret as a whole or not at all, so that an interrupted start leaves no half key. */
export function writeSecret(folder: string, name: string, content: string): void {
  const half = join(folder, `.${name}.half`);
  writeFileSync(half, content, { mode: 0o600 });
  renameSync(half, join(folder, name));
}
