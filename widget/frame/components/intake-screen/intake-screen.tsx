import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { IntakeScreen as IntakeScreenState } from '../../state/frame-state.ts';
import { shortAnswerLimit, type IntakeFields, type Sex } from '../../state/intake.ts';
import { nicknameLimit, showsNicknameWarning } from '../../state/nickname.ts';
import { Button } from '../button/button.tsx';
import { ChoiceList } from '../choice-list/choice-list.tsx';
import { useFrame } from '../frame-context.ts';
import { RegionField } from '../region-field/region-field.tsx';
import { labelIdOf, remarkIdOf, TextField } from '../text-field/text-field.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import './intake-screen.css';

/** What stands in the questions. */
export type IntakeScreenProps = { readonly screen: IntakeScreenState };

/** Four questions on one screen, none obligatory, and one press that skips them all (R19). */
export function IntakeScreen({ screen }: IntakeScreenProps): JSX.Element {
  const { texts, tell, finishIntake } = useFrame();
  const heading = useFirstFocus<HTMLHeadingElement>();
  useFocusOnStop(screen.stoppedAt);
  return (
    <form
      class="page intake-screen"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        finishIntake(false);
      }}
    >
      <h1 ref={heading} tabIndex={-1}>
        {texts['intake.heading']}
      </h1>
      <p>{texts['intake.lead']}</p>
      <Questions screen={screen} />
      <div class="intake-screen__actions">
        <button type="submit" class="button button--primary">
          {texts['intake.next']}
        </button>
        <Button
          look="plain"
          onPress={() => {
            finishIntake(true);
          }}
        >
          {texts['intake.skip']}
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            tell({ kind: 'intake-left' });
          }}
        >
          {texts['intake.back']}
        </Button>
      </div>
    </form>
  );
}

/** A press that was stopped leads to the field that stopped it, under the caret, with what is said about it in view (3.3.1). */
function useFocusOnStop(stoppedAt: IntakeScreenState['stoppedAt']): void {
  useLayoutEffect(() => {
    if (stoppedAt === null) return;
    document.getElementById(stoppedAt.field)?.focus();
    document.getElementById(remarkIdOf(stoppedAt.field))?.scrollIntoView({ block: 'nearest' });
  }, [stoppedAt]);
}

function Questions({ screen }: IntakeScreenProps): JSX.Element {
  const { texts, tell } = useFrame();
  const { fields } = screen;
  const edit = (change: Partial<IntakeFields>): void => {
    tell({ kind: 'intake-edited', fields: change });
  };
  const sexes = (['woman', 'man', 'other', 'withheld'] as const).map((value) => ({
    value,
    label: texts[`sex.${value}`],
  }));
  return (
    <>
      <TextField
        id="nickname"
        label={texts['intake.nickname']}
        hint={texts['intake.nicknameHint']}
        {...(showsNicknameWarning(screen) ? { remark: texts['intake.nicknameWarning'] } : {})}
        value={fields.nickname}
        limitCharacters={nicknameLimit}
        onEdit={(nickname) => {
          edit({ nickname });
        }}
        onLeave={() => {
          tell({ kind: 'nickname-left' });
        }}
      />
      <AgeQuestion screen={screen} onEdit={edit} />
      <RegionField fields={fields} onEdit={edit} />
      <ChoiceList<Sex>
        name="sex"
        legend={texts['intake.sex']}
        choices={sexes}
        chosen={fields.sex}
        onChoose={(sex) => {
          edit({ sex });
        }}
      />
    </>
  );
}

type AgeQuestionProps = IntakeScreenProps & { readonly onEdit: (fields: Partial<IntakeFields>) => void };

function AgeQuestion({ screen, onEdit }: AgeQuestionProps): JSX.Element {
  const { texts } = useFrame();
  const { fields, stoppedAt } = screen;
  return (
    <div class="intake-screen__age">
      <TextField
        id="age"
        label={texts['intake.age']}
        {...(stoppedAt?.field === 'age' ? { problem: texts['intake.ageProblem'] } : {})}
        value={fields.age}
        isNumeric
        limitCharacters={shortAnswerLimit}
        onEdit={(age) => {
          onEdit({ age, isAgeWithheld: false });
        }}
      />
      <label class="tick">
        <input
          type="checkbox"
          autocomplete="off"
          aria-describedby={labelIdOf('age')}
          checked={fields.isAgeWithheld}
          onChange={(event) => {
            onEdit({ isAgeWithheld: event.currentTarget.checked, age: '' });
          }}
        />
        <span>{texts['intake.withheld']}</span>
      </label>
    </div>
  );
}
