import type { JSX } from 'preact';
import { Button } from '../button/button.tsx';
import { useFrame } from '../frame-context.ts';
import { useBorrowedFocus } from '../use-borrowed-focus.ts';
import { useEscape } from '../use-escape.ts';
import './end-confirmation.css';

/** What is asked before the end. */
export type EndConfirmationProps = {
  /** A counsellor is there, or on the way, and will see it. */
  readonly isAttended: boolean;
  /** Words are still waiting to go; they would not be sent any more. */
  readonly hasHeldWords: boolean;
};

/** Asks once more before a conversation is ended, because it cannot be taken back. Escape is a no, wherever the focus is. */
export function EndConfirmation({ isAttended, hasHeldWords }: EndConfirmationProps): JSX.Element {
  const { texts, tell } = useFrame();
  const question = useBorrowedFocus<HTMLHeadingElement>();
  const withdraw = (): void => {
    tell({ kind: 'end-withdrawn' });
  };
  useEscape(withdraw);
  return (
    <section class="end-confirmation" aria-labelledby="end-question">
      <h2 id="end-question" ref={question} tabIndex={-1}>
        {texts['end.question']}
      </h2>
      <p>
        {texts[isAttended ? 'end.explained' : 'end.explainedAlone']} {hasHeldWords && texts['end.held']}
      </p>
      <div class="end-confirmation__actions">
        <Button
          look="primary"
          onPress={() => {
            tell({ kind: 'end-confirmed' });
          }}
        >
          {texts['end.confirm']}
        </Button>
        <Button look="plain" onPress={withdraw}>
          {texts['end.withdraw']}
        </Button>
      </div>
    </section>
  );
}
