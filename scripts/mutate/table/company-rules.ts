import type { Mutation } from '../mutation.ts';

/** The rules of hand-over, consult and help call (R25, R54, R80, S40, S43; design 6), each with what takes it out. */
export const companyRules: readonly Mutation[] = [
  {
    file: 'company.ts',
    rule: 'the caller’s browser invites nobody before the word to share',
    find: "coming?.stage === 'sharing' && coming.sharedBy === 'caller' ? coming.colleague",
    replace: "coming?.sharedBy === 'caller' ? coming.colleague",
  },
  {
    file: 'company.ts',
    rule: 'the right to invite is over when the invitation is seen',
    find: ' && coming.invitedAt === null',
    replace: '',
  },
  {
    file: 'company.ts',
    rule: 'the caller is told of nobody who has not said yes',
    find: "coming === null || coming.stage === 'asked' ? null : coming",
    replace: 'coming',
  },
  {
    file: 'company.ts',
    rule: 'a conversation that is being handed over fills a slot',
    find: 'successor === counsellor ||',
    replace: '',
  },
  {
    file: 'company-transitions.ts',
    rule: 'one colleague comes at a time',
    find: 'askedBy === undefined || conversation.company.coming !== null',
    replace: 'askedBy === undefined',
  },
  {
    file: 'company-transitions.ts',
    rule: 'only the named colleague comes in',
    find: "coming?.stage !== 'sharing' || coming.colleague !== colleague) return invalid(conversation);\n  return withCompany(conversation, {\n    coming: null,",
    replace:
      'coming === null) return invalid(conversation);\n  return withCompany(conversation, {\n    coming: null,',
  },
  {
    file: 'company-transitions.ts',
    rule: 'only who came to take over gets the conversation',
    find: "coming.purpose === 'takes-over' ? colleague : successor",
    replace: 'colleague',
  },
  {
    file: 'company-transitions.ts',
    rule: 'a successor who leaves gets nothing',
    find: 'successor: successor === reader ? null : successor',
    replace: 'successor',
  },
  {
    file: 'company-rules.ts',
    rule: 'nobody comes with an identity that is not confirmed',
    find: "if (hasUnconfirmedIdentity(duty)) return refusal({ code: 'own-identity' });",
    replace: '',
  },
  {
    file: 'company-rules.ts',
    rule: 'nobody takes over without a free slot',
    find: 'freeSlots(facts.openConversations, colleague) > 0',
    replace: 'true',
  },
  {
    file: 'company-rules.ts',
    rule: 'coordinators on duty are called before all',
    find: 'present.length > 0 ? present : coordinators',
    replace: 'coordinators',
  },
  {
    file: 'decide-company.ts',
    rule: 'the caller has ten seconds to say no',
    find: 'waitedMs >= companyLimits.refusalMs',
    replace: 'waitedMs >= 0',
  },
  {
    file: 'decide-company.ts',
    rule: 'the counsellor shares when the caller’s browser is away',
    find: "isCallerAway(facts, coming) ? 'counsellor' : 'caller'",
    replace: "'caller'",
  },
  {
    file: 'decide-company.ts',
    rule: 'the counsellor shares when no invitation is seen in time',
    find: 'waitedMs >= companyLimits.inviteMs ||',
    replace: '',
  },
  {
    file: 'decide-company.ts',
    rule: 'an invitation is withdrawn after a minute',
    find: 'facts.now - invitedAt >= companyLimits.joinMs',
    replace: 'false',
  },
  {
    file: 'decide-company.ts',
    rule: 'a reader with another identity is removed',
    find: "return hasSafeIdentity(duty) ? undefined : 'identity-changed';",
    replace: 'return undefined;',
  },
  {
    file: 'decide-company.ts',
    rule: 'a reader who works here no more is removed',
    find: ' || isOffboarded(duty)',
    replace: '',
  },
  {
    file: 'controller.ts',
    rule: 'a coordinator of all teams makes the team of the caller’s province responsible',
    find: 'teamsInOrder(roster, province)[0]',
    replace: 'roster.teams[0]',
  },
  {
    file: 'absence.ts',
    rule: 'an absence is held against no colleague',
    find: 'coming: coming && { ...coming, since: now, invitedAt },',
    replace: '',
  },
];
