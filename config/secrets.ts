import { dirname, resolve } from 'node:path';
import type { Finding } from './cross-checks.ts';
import { readSecretFolder, readSecretKey, readSecretText, type SecretReading } from './read-secret.ts';
import type { Config } from './schema.ts';

/** Everything secret, apart from the configuration so that the configuration may be printed. */
export type Secrets = {
  readonly asToken: string;
  readonly hsToken: string;
  readonly operatorToken: string;
  readonly databasePassword: string | null;
  /** 32 bytes: wraps the data key of each conversation (design 10). */
  readonly masterKey: Uint8Array;
  /** 32 bytes: seals the desk's crypto store (design 4). */
  readonly deskStoreKey: Uint8Array;
  /** Folder in which the service makes and destroys the keys of reloaded pages (R27). */
  readonly resumeKeyFolder: string;
  /** Folder in which the service makes and destroys the keys of recognition (R23). */
  readonly recognitionKeyFolder: string;
};

const tokenMinCharacters = 16;

/** Reads every secret file; undefined when one of them is wrong. Paths are relative to the configuration file. */
export function readSecrets(
  config: Config,
  configFile: string,
): { readonly secrets: Secrets | undefined; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const read = <Secret>(
    path: readonly [string, string],
    file: string,
    reader: (file: string) => SecretReading<Secret>,
  ): Secret | undefined => {
    const reading = reader(resolve(dirname(configFile), file));
    if (reading.problem !== undefined) findings.push({ path, isError: true, text: reading.problem });
    if (reading.isReadableByOthers)
      findings.push({
        path,
        isError: !config.helpline.isDemo,
        text:
          path[1] === 'recognitionKeyFolder'
            ? 'names a folder that other accounts can read: chmod 700'
            : 'names a file that other accounts can read: chmod 600',
      });
    return reading.secret;
  };
  const token = (file: string) => readSecretText(file, tokenMinCharacters);
  const { homeserver, database, secrets } = config;
  const asToken = read(['homeserver', 'asTokenFile'], homeserver.asTokenFile, token);
  const hsToken = read(['homeserver', 'hsTokenFile'], homeserver.hsTokenFile, token);
  const operatorToken = read(['homeserver', 'operatorTokenFile'], homeserver.operatorTokenFile, token);
  const databasePassword =
    database.passwordFile === null
      ? null
      : read(['database', 'passwordFile'], database.passwordFile, (file) => readSecretText(file, 1));
  const masterKey = read(['secrets', 'masterKeyFile'], secrets.masterKeyFile, readSecretKey);
  const deskStoreKey = read(['secrets', 'deskStoreKeyFile'], secrets.deskStoreKeyFile, readSecretKey);
  const recognitionKeyFolder = read(
    ['secrets', 'recognitionKeyFolder'],
    secrets.recognitionKeyFolder,
    readSecretFolder,
  );
  if (asToken === undefined || hsToken === undefined || operatorToken === undefined)
    return { secrets: undefined, findings };
  if (databasePassword === undefined || masterKey === undefined || deskStoreKey === undefined)
    return { secrets: undefined, findings };
  if (recognitionKeyFolder === undefined) return { secrets: undefined, findings };
  const resumeKeyFolder = resolve(dirname(configFile), secrets.resumeKeyFolder);
  const folders = { resumeKeyFolder, recognitionKeyFolder };
  const all = { ...folders, asToken, hsToken, operatorToken, databasePassword, masterKey, deskStoreKey };
  return { secrets: all, findings: [...findings, ...findTwins(all)] };
}

function findTwins(secrets: Secrets): readonly Finding[] {
  const isError = true;
  const findings: Finding[] = [];
  if (secrets.asToken === secrets.hsToken)
    findings.push({
      path: ['homeserver', 'hsTokenFile'],
      isError,
      text: 'must not hold the same token as asTokenFile',
    });
  if (Buffer.compare(secrets.masterKey, secrets.deskStoreKey) === 0)
    findings.push({
      path: ['secrets', 'deskStoreKeyFile'],
      isError,
      text: 'must not hold the same key as masterKeyFile',
    });
  return findings;
}
