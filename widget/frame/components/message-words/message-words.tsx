import type { JSX } from 'preact';
import { splitLinks } from '../../state/split-links.ts';
import { useFrame } from '../frame-context.ts';
import './message-words.css';

/** What somebody wrote. */
export type MessageWordsProps = {
  readonly text: string;
  readonly isEmote: boolean;
  /** The counsellor's pages can be opened; the caller's own words are left as they are. */
  readonly hasLinks: boolean;
};

/**
 * The words of a message, never as markup. In which language people write is not known, and so it is not said that it is the
 * page's (3.1.2). A page opens without a referrer and without a way back to this one, in a tab of its own, so that the
 * conversation stays; what that leaves behind is said beside it.
 */
export function MessageWords({ text, isEmote, hasLinks }: MessageWordsProps): JSX.Element {
  const { texts } = useFrame();
  const pieces = hasLinks ? splitLinks(text) : [{ kind: 'words' as const, text }];
  return (
    <>
      <p lang="" dir="auto" class={isEmote ? 'message-words message-words--emote' : 'message-words'}>
        {pieces.map((piece, index) =>
          piece.kind === 'words' ? (
            piece.text
          ) : (
            <a
              key={index}
              dir="ltr"
              href={piece.text}
              target="_blank"
              rel="noopener noreferrer"
              referrerpolicy="no-referrer"
            >
              {piece.text}
            </a>
          ),
        )}
      </p>
      {pieces.some(({ kind }) => kind === 'link') && (
        <p class="message-words__trace">{texts['message.linkTrace']}</p>
      )}
    </>
  );
}
