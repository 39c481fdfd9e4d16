import type { TextOverrides } from './text-overrides.ts';

/**
 * What the configuration sets and every caller's screen needs; the appservice writes it into the frame's HTML
 * (`<meta name="helpline-settings" content="JSON">`), so that it costs no request and is there when nothing else answers.
 */
export type WidgetSettings = {
  /** Where the mail door leads until the form exists (R14). */
  readonly mailAddress: string;
  /** Free phone number of the helpline, as people write it, such as `1712`. */
  readonly phone: string;
  /** A neutral page without personal suggestions (S3). */
  readonly exitUrl: string;
  readonly privacyUrl: string;
  /** Version of the privacy notice that is shown (R8). */
  readonly noticeVersion: string;
  /** Origins of the pages that may hold the frame. */
  readonly hostOrigins: readonly string[];
  /** The demo helpline says that it is one. */
  readonly isDemo: boolean;
  /** Team of callers from Brussels, by the province it belongs to; null for any team (domain 2.5). */
  readonly brusselsProvince: string | null;
  /** Other lines that help, shown where the chat is not there for somebody (R36). */
  readonly otherLines: readonly OtherLine[];
  /** Sentences of the administrator's own; they hold from the first paint. */
  readonly texts: TextOverrides;
  /** The helpline's own accent; null for the chat's green. */
  readonly accent: AccentSettings | null;
  /** Who stands behind the chat, and where to write about what. */
  readonly organisation: OrganisationSettings;
};

/** One accent colour as `#rrggbb`, in tones that can be read on light screens and on dark ones (S15). */
export type AccentSettings = {
  readonly light: string;
  readonly lightQuiet: string;
  readonly dark: string;
  readonly darkQuiet: string;
};

/** Who stands behind the chat: the imprint, and where to write about what (R40, R41, R80, R82, R86). */
export type OrganisationSettings = {
  /** Who owns the site, for the imprint (R86). */
  readonly siteOwner: string;
  /** The page that says how to complain and what happens then (R40). */
  readonly complaintUrl: string;
  /** Mail addresses, each for its own matter (R86). */
  readonly generalAddress: string;
  readonly technicalAddress: string;
  readonly privacyAddress: string;
  readonly dossierPrivacyAddress: string;
  /** The Flemish authority for personal data, and the Belgian one (R41). */
  readonly flemishAuthority: Authority;
  readonly belgianAuthority: Authority;
  /** Others who handle personal data for the helpline; none by default (R82). */
  readonly processors: readonly Processor[];
  /** Names of the teams, each of which is responsible for the conversations it has (R80). */
  readonly teams: readonly string[];
};

/** Where people complain about what was done with their data. */
export type Authority = {
  readonly name: string;
  readonly url: string;
  /** Day on which somebody looked whether name and address are still right, `2026-11-30` (R41). */
  readonly checkedOn: string;
};

/** Who handles personal data for the helpline. */
export type Processor = {
  readonly name: string;
  /** What they do, in a few words that callers understand. */
  readonly purpose: string;
};

/** Another line that helps. */
export type OtherLine = {
  readonly name: string;
  /** For whom or for what, in Dutch, which those lines speak. */
  readonly purpose: string;
  /** Number as people write it. */
  readonly phone: string;
};
