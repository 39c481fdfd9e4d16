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
  /** Version of the privacy notice whose summary is shown (R8). */
  readonly noticeVersion: string;
  /** Origins of the pages that may hold the frame. */
  readonly hostOrigins: readonly string[];
  /** The demo helpline says that it is one. */
  readonly isDemo: boolean;
  /** Team of callers from Brussels, by the province it belongs to; null for any team (domain 2.5). */
  readonly brusselsProvince: string | null;
};
