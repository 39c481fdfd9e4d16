import type { Mutation } from './mutation.ts';
import { blockingRules } from './table/blocking-rules.ts';
import { companyRules } from './table/company-rules.ts';
import { aftermathRules } from './table/aftermath-rules.ts';
import { askingRules } from './table/asking-rules.ts';
import { choosingRules } from './table/choosing-rules.ts';
import { contactRules } from './table/contact-rules.ts';
import { conversationRules } from './table/conversation-rules.ts';
import { coordinationRules } from './table/coordination-rules.ts';
import { courseRules } from './table/course-rules.ts';
import { deskRules } from './table/desk-rules.ts';
import { feedbackRules } from './table/feedback-rules.ts';
import { hoursRules } from './table/hours-rules.ts';
import { identityRules } from './table/identity-rules.ts';
import { recognitionRules } from './table/recognition-rules.ts';
import { roomRules } from './table/room-rules.ts';
import { ringingRules } from './table/ringing-rules.ts';

/** Every rule that is taken out, one after the other; each file of the domain that does something has one at least. */
export const mutations: readonly Mutation[] = [
  ...hoursRules,
  ...conversationRules,
  ...ringingRules,
  ...deskRules,
  ...feedbackRules,
  ...coordinationRules,
  ...companyRules,
  ...blockingRules,
  ...identityRules,
  ...recognitionRules,
  ...aftermathRules,
  ...courseRules,
  ...contactRules,
  ...roomRules,
  ...askingRules,
  ...choosingRules,
];
