import { readdirSync, readFileSync, statSync } from 'node:fs';
import { whyUnreadable } from './why-unreadable.ts';

/** A secret that was read, or what is wrong with its file, in words that follow the key's name. */
export type SecretReading<Secret> = {
  readonly secret: Secret | undefined;
  readonly problem?: string;
  /** Others may read the file: an error in production. */
  readonly isReadableByOthers: boolean;
};

const keyBytes = 32;

/** Reads a token or a password: one line, without spaces, of a length that is neither a slip nor a wrong file. */
export function readSecretText(file: string, minCharacters: number): SecretReading<string> {
  return readSecret(file, (text) =>
    /^[\x21-\x7e]+$/.test(text) && text.length >= minCharacters && text.length <= 1_024
      ? { secret: text }
      : {
          problem: `names a file that must hold one line of ${minCharacters} to 1024 characters without spaces`,
        },
  );
}

/** Reads a key: 32 bytes in base64. */
export function readSecretKey(file: string): SecretReading<Uint8Array> {
  return readSecret(file, (text) => {
    const bytes = Buffer.from(text, 'base64');
    return /^[A-Za-z0-9+/_-]+=?$/.test(text) && bytes.length === keyBytes
      ? { secret: new Uint8Array(bytes) }
      : { problem: `names a file that must hold ${keyBytes} random bytes in base64` };
  });
}

/** A folder of keys that must be there already: a missing one means that its keys were lost. The secret is its path. */
export function readSecretFolder(folder: string): SecretReading<string> {
  try {
    readdirSync(folder);
    const isReadableByOthers = (statSync(folder).mode & 0o077) !== 0;
    return { secret: folder, isReadableByOthers };
  } catch (failure) {
    const problem = `names a folder that ${whyUnreadable(failure)}`;
    return { secret: undefined, problem, isReadableByOthers: false };
  }
}

function readSecret<Secret>(
  file: string,
  parse: (text: string) => { secret: Secret } | { problem: string },
): SecretReading<Secret> {
  try {
    const status = statSync(file);
    const isReadableByOthers = (status.mode & 0o077) !== 0;
    return { secret: undefined, isReadableByOthers, ...parse(readFileSync(file, 'utf8').trim()) };
  } catch (failure) {
    const problem = `names a file that ${whyUnreadable(failure)}`;
    return { secret: undefined, problem, isReadableByOthers: false };
  }
}
