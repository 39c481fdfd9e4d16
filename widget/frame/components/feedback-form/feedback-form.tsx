import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import {
  feedbackQuestions,
  measureRemark,
  type AskedFeedback,
  type FeedbackChoice,
  type SentFeedback,
} from '../../state/feedback.ts';
import type { Texts } from '../../texts/keys.ts';
import { Button } from '../button/button.tsx';
import { ChoiceList } from '../choice-list/choice-list.tsx';
import { useFrame } from '../frame-context.ts';
import { RemarkField } from '../remark-field/remark-field.tsx';
import { useEscape } from '../use-escape.ts';
import './feedback-form.css';

/** The questions as they stand. */
export type FeedbackFormProps = { readonly feedback: AskedFeedback | SentFeedback };

const remarkId = 'feedback-remark';

/** Five questions after the end, each of which may be left out; one press closes them for good, as does Escape where it throws no words away (R37, R39). */
export function FeedbackForm({ feedback }: FeedbackFormProps): JSX.Element {
  const { texts, tell } = useFrame();
  const isSending = feedback.name === 'sending';
  const skip = (): void => {
    tell({ kind: 'feedback-skipped' });
  };
  useEscape(() => {
    tell({ kind: 'feedback-escaped' });
  });
  return (
    <form
      class="feedback-form"
      noValidate
      autocomplete="off"
      aria-labelledby="feedback-heading"
      onSubmit={(event) => {
        event.preventDefault();
        tell({ kind: 'feedback-given' });
      }}
    >
      <h2 id="feedback-heading">{texts['feedback.heading']}</h2>
      <p>{texts['feedback.lead']}</p>
      <Questions feedback={feedback} />
      <p class="feedback-form__promise">
        {texts['feedback.anonymous']} {texts['feedback.notEncrypted']}
      </p>
      <p role="status" class="feedback-form__told">
        {toldOf(feedback, texts)}
      </p>
      <div class="feedback-form__actions">
        <button type="submit" class="button button--primary" aria-disabled={isSending}>
          {texts['feedback.send']}
        </button>
        <Button look="plain" onPress={skip} isRefused={isSending}>
          {texts['feedback.skip']}
        </Button>
      </div>
    </form>
  );
}

function Questions({ feedback }: FeedbackFormProps): JSX.Element {
  const { texts, tell } = useFrame();
  const { choices, remark } = feedback.fields;
  const isTooLong = feedback.name === 'asking' && feedback.problem === 'too-long';
  useFocusOnStop(feedback, isTooLong);
  const labels = (['yes', 'somewhat', 'no', 'withheld'] as const).map((value) => ({
    value,
    label: texts[`feedback.${value}`],
  }));
  return (
    <>
      {feedbackQuestions.map((question) => (
        <ChoiceList<FeedbackChoice>
          key={question}
          name={`feedback-${question}`}
          legend={texts[`feedback.${question}`]}
          choices={labels}
          chosen={choices[question]}
          onChoose={(choice) => {
            tell({ kind: 'feedback-chosen', question, choice });
          }}
        />
      ))}
      <RemarkField
        id={remarkId}
        label={texts['feedback.remark']}
        hint={texts['feedback.remarkHint']}
        value={remark}
        measure={measureRemark(remark)}
        isProblem={isTooLong}
        onEdit={(text) => {
          tell({ kind: 'feedback-remarked', text });
        }}
      />
    </>
  );
}

/** A press that was stopped by a long remark leads to it (3.3.1). */
function useFocusOnStop(feedback: FeedbackFormProps['feedback'], isTooLong: boolean): void {
  useLayoutEffect(() => {
    if (isTooLong) document.getElementById(remarkId)?.focus();
  }, [feedback, isTooLong]);
}

function toldOf(feedback: FeedbackFormProps['feedback'], texts: Texts): string {
  if (feedback.name === 'sending') return texts['feedback.sending'];
  return feedback.problem === 'not-sent' ? texts['feedback.notSent'] : '';
}
