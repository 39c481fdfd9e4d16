import type { Mutation } from '../mutation.ts';

/** The rules of whose keys the desk obeys (design 1 and 4), each with what takes it out. */
export const identityRules: readonly Mutation[] = [
  {
    file: 'obeying.ts',
    rule: 'keys that nobody confirmed are not obeyed',
    find: "if (hasUnconfirmedIdentity(duty)) return refusal({ code: 'keys-in-doubt' });",
    replace: '',
  },
  {
    file: 'obeying.ts',
    rule: 'keys that are others than the pinned ones are not obeyed',
    find: "if (isOtherIdentity(duty, masterKey)) return refusal({ code: 'keys-in-doubt' });",
    replace: '',
  },
  {
    file: 'obeying.ts',
    rule: 'what must be sure is refused while keys cannot be seen',
    find: "return care === 'seen' ? refusal({ code: 'keys-not-seen' }) : success({ pin: null });",
    replace: 'return success({ pin: null });',
  },
  {
    file: 'session-code.ts',
    rule: 'a part of a code is no code',
    find: 'letters.length === codeLength && folded(sessionCode(sessionKey)) === letters',
    replace: 'folded(sessionCode(sessionKey)).startsWith(letters)',
  },
];
