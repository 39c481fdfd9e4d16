import type { JSX } from 'preact';
import { regionChoices, shortAnswerLimit, type IntakeFields, type RegionChoice } from '../../state/intake.ts';
import { areaOfPostcode } from '../../state/postcode.ts';
import { fill } from '../../texts/fill.ts';
import type { Texts } from '../../texts/keys.ts';
import { useFrame } from '../frame-context.ts';
import { TextField } from '../text-field/text-field.tsx';
import './region-field.css';

/** Where the caller lives, as it stands in the fields. */
export type RegionFieldProps = {
  readonly fields: Pick<IntakeFields, 'postcode' | 'region'>;
  readonly onEdit: (fields: Partial<IntakeFields>) => void;
};

/** A postcode, whose province is named at once, or a province by choice (R19, R20). The postcode stays in the browser. */
export function RegionField({ fields, onEdit }: RegionFieldProps): JSX.Element {
  const { texts } = useFrame();
  const area = areaOfPostcode(fields.postcode);
  const remark = remarkOf(fields.postcode, texts);
  return (
    <div class="region-field">
      <TextField
        id="postcode"
        label={texts['intake.postcode']}
        hint={texts['intake.postcodeHint']}
        {...(remark === undefined ? {} : { remark })}
        value={fields.postcode}
        isNumeric
        limitCharacters={shortAnswerLimit}
        onEdit={(postcode) => {
          onEdit({ postcode });
        }}
      />
      {area === undefined && (
        <RegionSelect
          region={fields.region}
          onChoose={(region) => {
            onEdit({ region });
          }}
        />
      )}
    </div>
  );
}

type RegionSelectProps = {
  readonly region: RegionChoice | null;
  readonly onChoose: (region: RegionChoice | null) => void;
};

function RegionSelect({ region, onChoose }: RegionSelectProps): JSX.Element {
  const { texts } = useFrame();
  return (
    <div class="region-field__choice">
      <label for="region">{texts['intake.region']}</label>
      <select
        id="region"
        class="control"
        autocomplete="off"
        value={region ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChoose(regionChoices.find((each) => each === value) ?? null);
        }}
      >
        <option value="">{texts['intake.regionNone']}</option>
        {regionChoices.map((each) => (
          <option key={each} value={each}>
            {texts[`region.${each}`]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Four signs are a whole postcode: before them nothing is said, so that nobody is corrected while typing. */
function remarkOf(postcode: string, texts: Texts): string | undefined {
  const area = areaOfPostcode(postcode);
  if (area === 'outside') return texts['intake.postcodeOutside'];
  if (area !== undefined) return fill(texts['intake.postcodeArea'], { area: texts[`region.${area}`] });
  return postcode.trim().length >= 4 ? texts['intake.postcodeNone'] : undefined;
}
