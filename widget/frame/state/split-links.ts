/** A stretch of a message: words, or the address of a page. */
export type Piece = { readonly kind: 'words' | 'link'; readonly text: string };

/** What may be an address: up to a space, a bracket or quotation mark, or anything invisible. */
const mayBeLink = /https:\/\/[^\s<>"'`\p{Cc}\p{Cf}]+/giu;

/** What mostly belongs to the sentence around an address that ends with it. */
const sentenceEnd = '.,;:!?…)]}’”»';

/**
 * Finds the pages that a counsellor names. Only `https:` can be opened from here: without it, whoever shares the line reads
 * which page of which helper it is. The whole address is what is shown and what is opened, nothing is fetched beforehand
 * (S28), and an address that leads elsewhere than it seems to stays words: with a name before an `@`, or with a host in other letters
 * than ours, which a browser opens under another name (RFC 5891).
 */
export function splitLinks(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(mayBeLink)) {
    const link = withoutSentenceEnd(found[0]);
    if (!isAddress(link)) continue;
    if (found.index > done) pieces.push({ kind: 'words', text: text.slice(done, found.index) });
    pieces.push({ kind: 'link', text: link });
    done = found.index + link.length;
  }
  if (done < text.length || pieces.length === 0) pieces.push({ kind: 'words', text: text.slice(done) });
  return pieces;
}

/** Walked from its end, once: a long row of full stops takes no time. A closing bracket stays when the address itself has opened it. */
function withoutSentenceEnd(address: string): string {
  let end = address.length;
  while (end > 0 && sentenceEnd.includes(address.charAt(end - 1))) end -= 1;
  const bare = address.slice(0, end);
  const isOpened = bare.includes('(') && !bare.includes(')') && address.charAt(bare.length) === ')';
  return isOpened ? `${bare})` : bare;
}

function isAddress(text: string): boolean {
  try {
    const { hostname, username, password } = new URL(text);
    const shownHost = /^https:\/\/([^/?#:\\]*)/i.exec(text)?.[1]?.toLowerCase();
    return hostname.includes('.') && hostname === shownHost && username === '' && password === '';
  } catch {
    return false;
  }
}
