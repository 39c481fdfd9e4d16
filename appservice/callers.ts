import type { Config } from '../config/schema.ts';
import type { CallerApi, OpenedConversation } from './adapters/http/caller-api.ts';
import type { FeedbackApi } from './adapters/http/feedback-api.ts';
import { toConversationView, toStartedConversation } from './adapters/http/to-wire.ts';
import type { OrganisationSettings, WidgetSettings } from './contract/widget-settings.ts';
import { accentTones } from './domain/accent.ts';
import { parseEventId, type UserId } from './domain/ids.ts';
import { shippedNoticeVersion } from './domain/notice-version.ts';
import { success } from './domain/result.ts';
import type { CheckIdentitiesDependencies } from './usecases/check-identities.ts';
import { endConversation, type EndConversationDependencies } from './usecases/end-conversation.ts';
import { enterPool, type EnterPoolDependencies } from './usecases/enter-pool.ts';
import { keepResume } from './usecases/keep-resume.ts';
import { leaveConversation } from './usecases/leave-conversation.ts';
import { readFeedbackKey } from './usecases/read-feedback-key.ts';
import { recordFeedback } from './usecases/record-feedback.ts';
import { reportFault, type ReportFaultDependencies } from './usecases/report-fault.ts';
import { refuseReader } from './usecases/refuse-reader.ts';
import { reportHandOver } from './usecases/report-hand-over.ts';
import { reportMisplaced } from './usecases/report-misplaced.ts';
import { reportSecurity } from './usecases/report-security.ts';
import { resumeConversation, type ResumeConversationDependencies } from './usecases/resume-conversation.ts';
import { signFeedbackToken, type SignFeedbackTokenDependencies } from './usecases/sign-feedback-token.ts';
import {
  startConversation,
  type StartConversationDependencies,
  type StartedConversation,
} from './usecases/start-conversation.ts';
import { viewConversation } from './usecases/view-conversation.ts';

/** What the callers' verbs need. */
export type CallerParts = StartConversationDependencies &
  ResumeConversationDependencies &
  EndConversationDependencies &
  EnterPoolDependencies &
  ReportFaultDependencies &
  CheckIdentitiesDependencies & {
    /** `@1712`, who makes the rooms. */
    readonly host: UserId;
  };

/** What callers can ask of the service, each filled in with its use case. */
export function callerApi(core: CallerParts): CallerApi {
  const view: CallerApi['view'] = async (conversationId) => {
    const standing = await viewConversation(core, conversationId);
    return standing && toConversationView(standing);
  };
  const opened = (started: StartedConversation): OpenedConversation => ({
    conversationId: started.conversationId,
    session: toStartedConversation(started, core.host),
    resumeToken: started.resumeToken,
  });
  return {
    start: async (request, from) => {
      const started = await startConversation(core, { ...request, ...from });
      return started.ok ? success(opened(started.value)) : started;
    },
    resume: async (resumeToken, requestSecret) => {
      const resumed = await resumeConversation(core, { resumeToken, requestSecret });
      return resumed.ok ? success(opened(resumed.value)) : resumed;
    },
    keepResume: (conversationId, resumeToken) => keepResume(core, { conversationId, resumeToken }),
    conversationOf: async (bearerHash) => {
      const found = await core.unitOfWork.read(({ conversations }) => conversations.findByBearer(bearerHash));
      return found?.conversationId;
    },
    view,
    enterPool: async (conversationId) => (await enterPool(core, conversationId)).ok,
    reportSecurity: async (conversationId, report) => {
      const reported = await reportSecurity(core, { conversationId, report });
      return reported.ok || (await view(conversationId))?.endedBy === null;
    },
    end: async (conversationId, by) => {
      await endConversation(core, { conversationId, by });
    },
    leave: ({ requestSecret, resumeToken, mayComeFirst }) =>
      leaveConversation(core, {
        requestHash: requestSecret && core.vault.hash(requestSecret),
        tokenHash: resumeToken && core.vault.hash(resumeToken),
        mayComeFirst,
      }),
    refuseReader: (conversationId, { userId }) => refuseReader(core, { conversationId, userId }),
    reportMisplaced: async (conversationId, report) => {
      const eventId = parseEventId(report.eventId);
      return eventId === undefined || (await reportMisplaced(core, { conversationId, eventId }));
    },
    reportHandOver: (conversationId, report) => reportHandOver(core, { conversationId, report }),
    reportFault: (fault) => reportFault(core, fault),
  };
}

/** What the frame is given with its page: never the whole configuration. */
export function widgetSettings({ contact, listeners, helpline, roster, texts }: Config): WidgetSettings {
  const { mailAddress, phone, exitUrl, privacyUrl, brusselsProvince, otherLines } = contact;
  return {
    mailAddress,
    phone,
    exitUrl,
    privacyUrl,
    brusselsProvince,
    otherLines,
    noticeVersion: contact.noticeVersion ?? shippedNoticeVersion,
    organisation: { ...organisationOf(contact), teams: roster.teams.map(({ name }) => name) },
    hostOrigins: listeners.hostOrigins,
    isDemo: helpline.isDemo,
    texts,
    accent: helpline.accentColour === null ? null : accentTones(helpline.accentColour),
  };
}

function organisationOf(contact: Config['contact']): Omit<OrganisationSettings, 'teams'> {
  const { siteOwner, complaintUrl, generalAddress, technicalAddress, privacyAddress } = contact;
  const { dossierPrivacyAddress, flemishAuthority, belgianAuthority, processors } = contact;
  return {
    siteOwner,
    complaintUrl,
    generalAddress,
    technicalAddress,
    privacyAddress,
    dossierPrivacyAddress,
    flemishAuthority,
    belgianAuthority,
    processors,
  };
}

/** What callers can ask after a conversation. */
export function feedbackApi(core: SignFeedbackTokenDependencies): FeedbackApi {
  return {
    key: async () => {
      const { week, publicKey } = await readFeedbackKey(core);
      return { week, publicKey: Buffer.from(publicKey).toString('base64url') };
    },
    sign: async (conversationId, draw) => {
      const signed = await signFeedbackToken(core, { ...draw, conversationId });
      return signed.ok ? signed.value : undefined;
    },
    record: async (signed) => (await recordFeedback(core, signed)).ok,
  };
}
