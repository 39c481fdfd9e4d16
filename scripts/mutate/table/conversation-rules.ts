import type { Mutation } from '../mutation.ts';

/** The rules of a conversation's life, of duty, and of who is asked (design 4, 5.6, 5.7). */
export const conversationRules: readonly Mutation[] = [
  {
    file: 'absence.ts',
    rule: 'after an absence of the service the clocks begin anew',
    find: 'return { ...phase, since: now };',
    replace: 'return phase;',
  },
  {
    file: 'conversation.ts',
    rule: 'who took a conversation has it before the first word',
    find: "    case 'taken':\n    case 'joined':\n    case 'talking':\n      return phase.counsellor;",
    replace:
      "    case 'taken':\n      return undefined;\n    case 'joined':\n    case 'talking':\n      return phase.counsellor;",
  },
  {
    file: 'conversation-transitions.ts',
    rule: 'nobody is rung twice for one conversation',
    find: ' || phase.asked.includes(counsellor)) {',
    replace: ') {',
  },
  {
    file: 'conversation-transitions.ts',
    rule: 'the second one to take a conversation is refused',
    find: "  if (phase.name !== 'waiting') return invalid(conversation);\n  const taken",
    replace: '  const taken',
  },
  {
    file: 'conversation-transitions.ts',
    rule: 'only who took a conversation joins it',
    find: "phase.name !== 'taken' || phase.counsellor !== counsellor",
    replace: "phase.name !== 'taken'",
  },
  {
    file: 'conversation-transitions.ts',
    rule: 'who gave a conversation back is not rung for it again',
    find: '[...phase.asked, counsellor];\n  return success({\n    ...conversation,\n    unsecuredSince',
    replace: 'phase.asked;\n  return success({\n    ...conversation,\n    unsecuredSince',
  },
  {
    file: 'conversation-transitions.ts',
    rule: 'what has ended stays as it ended',
    find: "  if (conversation.phase.name === 'ended') return invalid(conversation);\n  return success({\n    ...conversation,\n    phase: { name: 'ended'",
    replace: "  return success({\n    ...conversation,\n    phase: { name: 'ended'",
  },
  {
    file: 'conversation-transitions.ts',
    rule: 'the clocks of waiting run from the press',
    find: 'since: conversation.createdAt',
    replace: 'since: conversation.createdAt + 60_000',
  },
  {
    file: 'duty.ts',
    rule: 'only who is in the roster goes on duty',
    find: 'if (member === undefined || isOffboarded(duty))',
    replace: 'if (isOffboarded(duty))',
  },
  {
    file: 'duty.ts',
    rule: 'who works here no more goes on duty no more',
    find: 'if (member === undefined || isOffboarded(duty))',
    replace: 'if (member === undefined)',
  },
  {
    file: 'duty.ts',
    rule: 'only who has a signed device goes on duty',
    find: "if (identity.signedDevices < 1) return refusal({ code: 'no-signed-device' });",
    replace: '',
  },
  {
    file: 'duty.ts',
    rule: 'a replaced identity does not go on duty',
    find: "if (isOtherIdentity(duty, identity.masterKey)) return refusal({ code: 'identity-changed' });",
    replace: '',
  },
  {
    file: 'duty.ts',
    rule: 'whose identity waits for a coordinator does not go on duty',
    find: "if (hasUnconfirmedIdentity(duty)) return refusal({ code: 'identity-changed' });",
    replace: '',
  },
  {
    file: 'duty.ts',
    rule: 'a pinned identity stays pinned',
    find: 'duty?.pinnedMasterKey ?? entry.pin',
    replace: 'entry.pin',
  },
  {
    file: 'duty.ts',
    rule: 'who is off stays off when a ring is missed',
    find: "duty.state === 'on' ? { ...duty, state: 'paused', since: now } : duty",
    replace: "({ ...duty, state: 'paused', since: now })",
  },
  {
    file: 'roster.ts',
    rule: 'a stranger is in nobody’s roster',
    find: 'roster.members.find((member) => member.userId === userId)',
    replace: 'roster.members[0]',
  },
  {
    file: 'routing.ts',
    rule: 'the own province is asked first',
    find: '[...own, ...roster.teams.filter((team) => team.province !== province)]',
    replace: 'own.length > 9 ? own : roster.teams',
  },
  {
    file: 'routing.ts',
    rule: 'a coordinator without team belongs to all teams',
    find: 'province === null || member.teamId === null',
    replace: 'province === null',
  },
];
