import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { parseCaseNumber, parseConversationId, parseDeviceId } from '../../domain/ids.ts';
import type { IdSource } from '../../ports/id-source.ts';
import { SystemError } from './system-error.ts';

const lettersAndDigits = 'abcdefghijklmnopqrstuvwxyz0123456789';
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 36^20, more than 2^103: nobody guesses a caller's user id. */
const callerNameLength = 20;
const deviceIdLength = 10;
const caseNumberDigits = 4;
const maxCaseNumberDigits = 8;

/** Random identifiers from the machine's cryptographic source. */
export function createRandomIds(): IdSource {
  return {
    conversationId: () => known(parseConversationId(randomUUID())),
    caseNumber: () => known(parseCaseNumber(String(drawCaseNumber(caseNumberDigits)))),
    callerName: () => draw(lettersAndDigits, callerNameLength),
    deviceId: () => known(parseDeviceId(draw(capitals, deviceIdLength))),
    bearer: secret,
    resumeToken: secret,
  };
}

/** 256 bits, base64url without padding. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Four digits as a rule. One in eight has a digit more, one in 64 two, and so on, so that whoever draws again because a
 * number is taken finds one even when all short ones are.
 */
function drawCaseNumber(digits: number): number {
  if (digits < maxCaseNumberDigits && randomInt(8) === 0) return drawCaseNumber(digits + 1);
  return randomInt(10 ** (digits - 1), 10 ** digits);
}

function draw(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

function known<Identifier>(parsed: Identifier | undefined): Identifier {
  if (parsed === undefined) throw new SystemError('bad-identifier');
  return parsed;
}
