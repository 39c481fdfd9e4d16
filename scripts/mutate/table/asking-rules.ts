import type { Mutation } from '../mutation.ts';

/** Whom a counsellor may ask into a conversation, and until when (R54, S40, S43; design 6), each with what takes it out. */
export const askingRules: readonly Mutation[] = [
  {
    file: 'company-rules.ts',
    rule: 'nobody asks themselves',
    find: "  if (counsellorOf(phase) === userId) return refusal({ code: 'yourself' });\n",
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'nobody is asked in before the counsellor is there',
    find: "if (phase.name !== 'joined' && phase.name !== 'talking')\n",
    replace: "if (phase.name === 'ended')\n",
  },
  {
    file: 'company-rules.ts',
    rule: 'who reads along is not asked again',
    find: "  if (company.readers.includes(userId)) return refusal({ code: 'already-in', caseNumber, who });\n",
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'a second colleague is not asked while one comes',
    find: "  if (company.coming !== null) return refusal({ code: 'somebody-coming', caseNumber });\n",
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'one colleague takes over at a time',
    find: "purpose === 'takes-over' && company.successor !== null",
    replace: 'false',
  },
  {
    file: 'company-rules.ts',
    rule: 'who works here no more is not asked',
    find: "  if (isOffboarded(duty)) return refusal({ code: 'left-service', who });\n",
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'who was never on duty has no keys to share with',
    find: "  if (duty?.pinnedMasterKey == null) return refusal({ code: 'never-on-duty', who });\n",
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'nobody is asked whose identity is not confirmed',
    find: "  if (hasUnconfirmedIdentity(duty)) return refusal({ code: 'colleague-identity', who });\n",
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'only who is on duty takes over',
    find: 'if (!onDuty(facts).some(({ member }) => member.userId === userId)) {',
    replace: 'if (facts.duties.length < 0) {',
  },
  {
    file: 'company-rules.ts',
    rule: 'nobody comes whose keys are unknown',
    find: "  if (duty?.pinnedMasterKey == null) return refusal({ code: 'own-keys-unknown', caseNumber });\n",
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'who went off duty meanwhile does not take over',
    find: 'coming.isTakingOver && !isOn ?',
    replace: 'false ?',
  },
  {
    file: 'company-rules.ts',
    rule: 'only the two of a hand-over complete it',
    find: '(counsellorOf(phase) === person || company.successor === person)',
    replace: 'true',
  },
  {
    file: 'company-rules.ts',
    rule: 'of several conversations the desk asks which',
    find: 'if (more.length === 0) return success(first);',
    replace: 'if (more.length >= 0) return success(first);',
  },
  {
    file: 'company-rules.ts',
    rule: 'who is called for help has a call to answer',
    find: ' || company.helpCall?.open.includes(colleague) === true',
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'the coordinators of another team are not called',
    find: '(teamId === null || teamId === counsellor?.teamId) &&\n',
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'who is in the conversation is not called into it',
    find: '!isIn(conversation, userId) &&\n',
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'a coordinator who works here no more is not called',
    find: '!isOffboarded(facts.duties.find((each) => each.counsellor === userId)),',
    replace: 'true,',
  },
  {
    file: 'decide-company.ts',
    rule: 'a card without an answer is a no after a minute',
    find: 'return waitedMs >= companyLimits.answerMs ?',
    replace: 'return false ?',
  },
  {
    file: 'decide-company.ts',
    rule: 'a call for help that nobody answers ends',
    find: ' || now - since >= companyLimits.answerMs',
    replace: '',
  },
  {
    file: 'decide-company.ts',
    rule: 'a call for help ends with the last no',
    find: 'open.length === 0 || ',
    replace: '',
  },
  {
    file: 'decide-company.ts',
    rule: 'nobody comes whose identity changed on the way',
    find: "  if (why !== undefined) return [{ kind: 'stop-coming', why }];\n",
    replace: '',
  },
  {
    file: 'decide-company.ts',
    rule: 'the right to invite by hand is taken back',
    find: 'waitedMs >= companyLimits.inviteByHandMs',
    replace: 'false',
  },
  {
    file: 'decide-company.ts',
    rule: 'a sign of life just before the stage counts',
    find: 'since - companyLimits.signOfLifeMs',
    replace: 'since',
  },
  {
    file: 'decide-company.ts',
    rule: 'a browser has ten seconds to show itself',
    find: 'isSilent && now - since >= companyLimits.awayMs',
    replace: 'isSilent',
  },
];
