import { describe, expect, test } from '@jest/globals';
import { canBeRead, type ReadableRoom } from '../../../appservice/adapters/matrix/can-be-read.ts';

const person = '@lotte:localhost';

/** A desk that finds the device of the only other person signed from a certain question to the homeserver on. */
function deskThat(sees: { readonly hasIdentity: boolean; readonly signedFromQuestion: number }): {
  readonly asked: ReadableRoom;
  readonly questions: () => number;
} {
  let questions = 0;
  const crypto = {
    getUserDeviceInfo: () => Promise.resolve(new Map([[person, new Map([['DEVICE', {}]])]])),
    getDeviceVerificationStatus: () =>
      Promise.resolve({ signedByOwner: questions >= sees.signedFromQuestion }),
    userHasCrossSigningKeys: () => {
      questions += 1;
      return Promise.resolve(sees.hasIdentity);
    },
  };
  const room = { getMembers: () => [{ userId: person }, { userId: '@1712_desk:localhost' }] };
  const desk = { userId: '@1712_desk:localhost', crypto };
  return { asked: { desk, room } as unknown as ReadableRoom, questions: () => questions };
}

describe('whether somebody can read the desk', () => {
  test('is known without a question when their device is signed', async () => {
    const { asked, questions } = deskThat({ hasIdentity: true, signedFromQuestion: 0 });
    expect([await canBeRead(asked, 1), questions()]).toEqual([true, 0]);
  });

  test('waits for the signature of an identity that was just replaced', async () => {
    const { asked } = deskThat({ hasIdentity: true, signedFromQuestion: 4 });
    await expect(canBeRead(asked, 1)).resolves.toBe(true);
  });

  test('is not waited for when they have no identity that could sign', async () => {
    const { asked, questions } = deskThat({ hasIdentity: false, signedFromQuestion: 4 });
    expect([await canBeRead(asked, 1), questions()]).toEqual([false, 1]);
  });

  test('is given up when the identity goes on signing nothing', async () => {
    const { asked, questions } = deskThat({ hasIdentity: true, signedFromQuestion: 1_000 });
    expect([await canBeRead(asked, 1), questions()]).toEqual([false, 5]);
  });
});
