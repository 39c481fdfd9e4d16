import type { Mutation } from '../mutation.ts';

/** Which conversation somebody means, and what is theirs to decide (R15, R21, R23, R35, R53, S40; design 5.6), each with what takes it out. */
export const choosingRules: readonly Mutation[] = [
  {
    file: 'taking.ts',
    rule: 'a conversation is taken once',
    find: '  if (holder !== undefined) {\n',
    replace: '  if (holder !== undefined && facts.duties.length < 0) {\n',
  },
  {
    file: 'taking.ts',
    rule: 'what has ended is not taken',
    find: "  if (conversation.phase.name !== 'waiting') return refusal({ code: 'nothing-to-take' });\n",
    replace: '',
  },
  {
    file: 'taking.ts',
    rule: 'the ring of the conversation itself fills no slot',
    find: '(each) => each.conversationId !== conversation.conversationId',
    replace: '() => true',
  },
  {
    file: 'taking.ts',
    rule: 'without a ring the longest wait is taken first',
    find: 'one.createdAt - other.createdAt',
    replace: 'other.createdAt - one.createdAt',
  },
  {
    file: 'reopening.ts',
    rule: 'the hour of the colleague is not the hour of another',
    find: 'each.person === person && now',
    replace: 'now',
  },
  {
    file: 'shift-end.ts',
    rule: 'keys in doubt are no end of a shift',
    find: '  if (duty.unconfirmedMasterKey !== null) return false;',
    replace: '',
  },
  {
    file: 'shift-end.ts',
    rule: 'the team’s own coordinators are told first',
    find: 'near.length > 0 ? near : coordinators',
    replace: 'coordinators',
  },
  {
    file: 'address.ts',
    rule: 'a second person is of the team, or coordinates',
    find: "member.role === 'coordinator' || (teamId !== null && member.teamId === teamId)",
    replace: 'true',
  },
  {
    file: 'address.ts',
    rule: 'a view that was answered is not overdue',
    find: "state === 'asked' && now",
    replace: 'now',
  },
  {
    file: 'recognition.ts',
    rule: 'a key is gone when its last record is due',
    find: 'monthAt(now) > addMonths(month, recognisedMonths)',
    replace: 'monthAt(now) >= addMonths(month, recognisedMonths)',
  },
  {
    file: 'block-choice.ts',
    rule: 'who has several is asked which',
    find: "  if (more.length === 0) return success(first);\n  return refusal({ code: 'which-to-block'",
    replace: "  if (more.length >= 0) return success(first);\n  return refusal({ code: 'which-to-block'",
  },
  {
    file: 'block-choice.ts',
    rule: 'what runs is meant before what is over',
    find: 'own.length > 0 ? own : left.map(',
    replace: 'own.length < 0 ? own : left.map(',
  },
  {
    file: 'rhythm.ts',
    rule: 'to go on is known with its instant',
    find: "choice === 'go-on' ? now : rhythm.wentOnAt",
    replace: 'rhythm.wentOnAt',
  },
  {
    file: 'rhythm-notes.ts',
    rule: 'nobody has talked before both were there',
    find: "  if (phase.name !== 'talking') return 0;\n",
    replace: '',
  },
];
