/**
 * `POST /api/conversations/current/misplaced` (bearer): a counsellor wrote something for the desk into the conversation. The browser
 * shows nothing of it and names the event, no word of it.
 */
export type MisplacedReport = { readonly eventId: string };

/** What the desk looks past in a command. */
const invisible = /[\uFE0E\uFE0F\u200B-\u200D\u2060]/gu;

/**
 * Whether this looks like a command of the desk, a mistyped one included: it may hold what no caller should read, such as why
 * somebody is blocked. Wider than the desk's own words, because what is wrongly held back can be written again, and
 * what was wrongly shown cannot be taken back. `/invite` after a space is words to Element, and names a colleague.
 */
export function looksLikeCommand(body: string): boolean {
  return /^(?:! ?\p{L}|\/ ?invite)/iu.test(body.replace(invisible, '').replace(/\s+/gu, ' ').trim());
}
