import { nicknameLimitCharacters } from '../../../appservice/contract/conversation.ts';

/** The longest nickname in characters, as the contract has it. */
export const nicknameLimit = nicknameLimitCharacters;

/** Control characters, marks that turn the direction, halves of characters, and whatever else takes no ink (Unicode, UAX 44). */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** What a nickname seems to give away (R18). */
export type IdentityHint = 'email' | 'phone' | 'full-name';

/** Two words with a capital, with or without small words such as "van de" between them. */
const fullName = /(?:^|\s)\p{Lu}[\p{L}'’-]+(?:\s+\p{Ll}{2,3})*\s+\p{Lu}[\p{L}'’-]+/u;

/**
 * Whether a nickname looks like an address, a telephone number or a full name; undefined when it does not. The caller is
 * told once, gently, and may go on (R18). A made-up name in two words may be taken for a real one: that does no harm.
 */
export function identityHintOf(nickname: string): IdentityHint | undefined {
  const seen = nickname.normalize('NFKC').replace(invisible, '');
  if (/\S@\S/u.test(seen)) return 'email';
  if (/(?:\p{Nd}[\s./()+-]*){7,}/u.test(seen)) return 'phone';
  return fullName.test(seen) ? 'full-name' : undefined;
}

/** Whether the warning stands beside the nickname: only as long as what is there looks like an identity. */
export function showsNicknameWarning(screen: {
  readonly isNicknameWarned: boolean;
  readonly fields: { readonly nickname: string };
}): boolean {
  return screen.isNicknameWarned && identityHintOf(screen.fields.nickname) !== undefined;
}

/**
 * A nickname as it may travel: one line, no invisible or direction-changing characters, within the limit; null when
 * nothing is left. A hostile one can so neither forge a line of the intake nor turn the text around it.
 */
export function cleanNickname(text: string): string | null {
  const line = text.replace(invisible, ' ').replace(/\s+/gu, ' ').trim();
  const clean = Array.from(line).slice(0, nicknameLimitCharacters).join('').trim();
  return clean === '' ? null : clean;
}
