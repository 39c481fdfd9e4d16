import { emptyIntakeFields, shortAnswerLimit } from '../../state/intake.ts';
import { nicknameLimit } from '../../state/nickname.ts';
import type { Example } from '../example.ts';
import type { IntakeScreenProps } from './intake-screen.tsx';

const screen = {
  name: 'intake',
  fields: emptyIntakeFields,
  stoppedAt: null,
  isNicknameWarned: false,
} as const;

/** The states of the questions. */
export const examples: readonly Example<IntakeScreenProps>[] = [
  { name: 'empty', props: { screen } },
  {
    name: 'filled in',
    props: {
      screen: {
        ...screen,
        fields: { ...emptyIntakeFields, nickname: 'Merel', age: '34', postcode: '3500', sex: 'woman' },
      },
    },
  },
  {
    name: 'a nickname like a name',
    props: {
      screen: {
        ...screen,
        fields: { ...emptyIntakeFields, nickname: 'Jan Peeters' },
        isNicknameWarned: true,
      },
    },
  },
  {
    name: 'an age that is none',
    props: {
      screen: { ...screen, fields: { ...emptyIntakeFields, age: 'abc' }, stoppedAt: { field: 'age' } },
    },
  },
  {
    name: 'a nickname and postcodes as long as they may be',
    props: {
      screen: {
        ...screen,
        fields: {
          ...emptyIntakeFields,
          nickname: 'M'.repeat(nicknameLimit),
          postcode: '9'.repeat(shortAnswerLimit),
        },
      },
    },
  },
  {
    name: 'a postcode elsewhere',
    props: { screen: { ...screen, fields: { ...emptyIntakeFields, postcode: '4000' } } },
  },
  {
    name: 'all withheld',
    props: {
      screen: {
        ...screen,
        fields: { ...emptyIntakeFields, isAgeWithheld: true, region: 'withheld', sex: 'withheld' },
      },
    },
  },
];
