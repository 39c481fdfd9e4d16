import type { Mutation } from '../mutation.ts';

/** The rules of ringing, slots and taking (design 5.6, 7; S41). */
export const ringingRules: readonly Mutation[] = [
  {
    file: 'ringing.ts',
    rule: 'who does not answer within 30 s is missed',
    find: "facts.now - since >= ringLimits.ringMs ? { kind: 'miss', counsellor } : undefined",
    replace: 'undefined',
  },
  {
    file: 'ringing.ts',
    rule: 'who goes off duty while it rings is not blamed',
    find: "return { kind: 'withdraw', counsellor };",
    replace: "return { kind: 'miss', counsellor };",
  },
  {
    file: 'ringing.ts',
    rule: 'who was asked is not rung again',
    find: '    .filter(({ member }) => !asked.includes(member.userId))\n',
    replace: '',
  },
  {
    file: 'ringing.ts',
    rule: 'the own province rings before the others',
    find: 'Number(one.isOtherProvince) - Number(other.isOtherProvince) ||',
    replace: '',
  },
  {
    file: 'ringing.ts',
    rule: 'who has been idle longest rings first',
    find: 'one.idleSince - other.idleSince ||',
    replace: '',
  },
  {
    file: 'ringing.ts',
    rule: 'the card lies with the team from 60 s on',
    find: 'phase.teamCardSince === null && waitedMs >= ringLimits.teamCardMs',
    replace: 'phase.teamCardSince === null && waitedMs > ringLimits.tellCallerMs',
  },
  {
    file: 'ringing.ts',
    rule: 'the caller is told at 180 s',
    find: 'waitedMs >= ringLimits.tellCallerMs',
    replace: 'waitedMs > ringLimits.goneMs',
  },
  {
    file: 'ringing.ts',
    rule: 'who took it and is not in the room after 30 s loses it',
    find: "facts.now - phase.since >= ringLimits.joinMs ? [giveBack(phase, 'not-joined')] : []",
    replace: '[]',
  },
  {
    file: 'ringing.ts',
    rule: 'a conversation that no key can reach goes back after 10 s',
    find: "if (unsecuredMs >= ringLimits.deviceMs) return [giveBack(phase, 'no-device')];",
    replace: '',
  },
  {
    file: 'ringing.ts',
    rule: 'a silent counsellor is nudged once',
    find: 'phase.nudgedAt === null && silentMs',
    replace: 'silentMs',
  },
  {
    file: 'ringing.ts',
    rule: 'a caller who is gone for five minutes frees the slot',
    find: "if (now - conversation.lastContactAt >= ringLimits.goneMs) return [{ kind: 'end', by: 'gone' }];",
    replace: '',
  },
  {
    file: 'ringing.ts',
    rule: 'a start that takes longer than 60 s is given up',
    find: 'conversation.roomId === null ? ringLimits.startMs : ringLimits.keysMs',
    replace: 'ringLimits.keysMs',
  },
  {
    file: 'ringing.ts',
    rule: 'a browser that has no keys after three minutes is given up',
    find: "now - phase.since >= limitMs ? [{ kind: 'end', by: 'failure' }] : []",
    replace: '[]',
  },
  {
    file: 'conversation-transitions.ts',
    rule: 'nobody waits in the pool before there is a room',
    find: "conversation.phase.name !== 'starting' || conversation.roomId === null",
    replace: "conversation.phase.name !== 'starting'",
  },
  {
    file: 'slots.ts',
    rule: 'ringing fills a slot',
    find: 'holds(each, member.userId) || ringsFor(each.phase, member.userId)',
    replace: 'holds(each, member.userId)',
  },
  {
    file: 'slots.ts',
    rule: 'who waits counts against the free slots',
    find: "phase.name === 'starting' || phase.name === 'waiting'",
    replace: "phase.name === 'starting'",
  },
  {
    file: 'slots.ts',
    rule: 'only who is on answers',
    find: "duty.state === 'on' && ",
    replace: '',
  },
  {
    file: 'slots.ts',
    rule: 'whose identity waits for a coordinator does not answer',
    find: ' && duty.unconfirmedMasterKey === null;',
    replace: ';',
  },
  {
    file: 'taking.ts',
    rule: 'only who is on duty takes',
    find: 'if (!onDuty(facts).some((each) => each.member.userId === counsellor)) {',
    replace: 'if (onDuty(facts).length < 0) {',
  },
  {
    file: 'taking.ts',
    rule: 'whose slots are full takes nothing',
    find: "freeSlots(others, member) > 0 ? success(member) : refusal({ code: 'no-free-slot' })",
    replace: 'success(member)',
  },
  {
    file: 'taking.ts',
    rule: 'without a number the one that rings comes before the oldest',
    find: 'if (ringing !== undefined) return ringing;',
    replace: '',
  },
  {
    file: 'taking.ts',
    rule: 'nobody ends a colleague’s conversation',
    find: 'openConversations.filter((each) => isIn(each, counsellor))',
    replace: 'openConversations.filter(({ phase }) => counsellorOf(phase) !== undefined)',
  },
  {
    file: 'still-paused.ts',
    rule: 'who missed a ring is left in peace for ten minutes',
    find: 'now - duty.since >= quietMs',
    replace: 'now - duty.since >= 0',
  },
  {
    file: 'still-paused.ts',
    rule: 'who missed a ring is left in peace while others answer',
    find: "phase.name === 'waiting' && phase.ring === null",
    replace: "phase.name !== 'starting'",
  },
];
