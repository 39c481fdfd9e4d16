import { wireProvinces } from '../../../appservice/contract/conversation.ts';
import { cleanNickname } from './nickname.ts';
import { areaOfPostcode, type Area } from './postcode.ts';

/** How the caller names their sex (R19). */
export type Sex = 'woman' | 'man' | 'other' | 'withheld';

/** What may be chosen as a region instead of a postcode (R19). */
export const regionChoices = [
  ...wireProvinces,
  'brussels',
  'outside',
  'unknown',
  'withheld',
] as const satisfies readonly (Area | 'unknown' | 'withheld')[];

/** One of the region choices. */
export type RegionChoice = (typeof regionChoices)[number];

/** The intake as it stands in the fields; nothing is obligatory (R19). */
export type IntakeFields = {
  readonly nickname: string;
  readonly age: string;
  readonly isAgeWithheld: boolean;
  readonly postcode: string;
  readonly region: RegionChoice | null;
  readonly sex: Sex | null;
};

/** An intake that was checked. Null is "not said". It leaves the browser encrypted, apart from nickname and province. */
export type Intake = {
  readonly nickname: string | null;
  /** Years. */
  readonly age: number | null;
  readonly area: Area | null;
  readonly sex: Exclude<Sex, 'withheld'> | null;
};

/** Nothing filled in. */
export const emptyIntakeFields: IntakeFields = {
  nickname: '',
  age: '',
  isAgeWithheld: false,
  postcode: '',
  region: null,
  sex: null,
};

/** Nothing said. */
export const emptyIntake: Intake = { nickname: null, age: null, area: null, sex: null };

/** How many characters an age or a postcode may have in its field: more than it needs, so that nobody is cut short. */
export const shortAnswerLimit = 20;

/** The oldest age that is believed, in years. */
const oldestAge = 120;

/** An intake, or the one thing that is asked again: an answer that is not an age (R19). Skipping works all the same. */
export type IntakeCheck =
  { readonly isValid: true; readonly intake: Intake } | { readonly isValid: false; readonly problem: 'age' };

/** Reads the fields. When the postcode is none, the chosen region counts; without either, the region is not said (R20). */
export function checkIntake(fields: IntakeFields): IntakeCheck {
  const age = readAge(fields);
  if (age === undefined) return { isValid: false, problem: 'age' };
  const intake: Intake = {
    nickname: cleanNickname(fields.nickname),
    age,
    area: areaOfPostcode(fields.postcode) ?? areaOfChoice(fields.region),
    sex: fields.sex === 'withheld' ? null : fields.sex,
  };
  return { isValid: true, intake };
}

/** Whether anything was said at all; if not, no intake is sent. */
export function isIntakeEmpty(intake: Intake): boolean {
  return Object.values(intake).every((value) => value === null);
}

function areaOfChoice(choice: RegionChoice | null): Area | null {
  return choice === 'unknown' || choice === 'withheld' ? null : choice;
}

function readAge(fields: IntakeFields): number | null | undefined {
  const text = fields.age.trim();
  if (fields.isAgeWithheld || text === '') return null;
  const age = /^[0-9]{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return age >= 1 && age <= oldestAge ? age : undefined;
}
