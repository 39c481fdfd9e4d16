import { isWebPage } from '../host-messages.ts';

/**
 * Where three presses of Shift lead to as long as neither script tag nor frame has named a page: the default of the setting
 * `contact.exitUrl`, so that no way out leads to another page than the red button does (S3).
 */
export const defaultExitUrl = 'https://www.wikipedia.org/';

/** The page that the script tag's `data-exit` names; the default when it names none that a browser can go to. */
export function exitUrlOfAttribute(attribute: string | undefined): string {
  return isWebPage(attribute) ? attribute : defaultExitUrl;
}
