import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../../scripts/test/campaign.ts';
import {
  checkIntake,
  emptyIntake,
  emptyIntakeFields,
  isIntakeEmpty,
  type IntakeFields,
} from '../../../widget/frame/state/intake.ts';
import { cleanNickname, identityHintOf } from '../../../widget/frame/state/nickname.ts';
import { areaOfPostcode, parseProvince, provinceOfArea } from '../../../widget/frame/state/postcode.ts';
import { processorMsFor } from '../../support/processor-time.ts';
import { intakeForCounsellor } from '../../../widget/frame/texts/for-counsellor.ts';

describe('the area of a postcode', () => {
  test.each([
    ['9000', 'oost-vlaanderen'],
    ['2070', 'oost-vlaanderen'],
    ['2000', 'antwerpen'],
    ['2069', 'antwerpen'],
    ['2071', 'antwerpen'],
    ['2999', 'antwerpen'],
    ['1000', 'brussels'],
    ['1299', 'brussels'],
    ['1300', 'outside'],
    ['1499', 'outside'],
    ['1500', 'vlaams-brabant'],
    ['1999', 'vlaams-brabant'],
    ['3000', 'vlaams-brabant'],
    ['3499', 'vlaams-brabant'],
    ['3500', 'limburg'],
    ['3999', 'limburg'],
    ['4000', 'outside'],
    ['7999', 'outside'],
    ['8000', 'west-vlaanderen'],
    ['8999', 'west-vlaanderen'],
    ['9999', 'oost-vlaanderen'],
    [' 3500 ', 'limburg'],
  ])('of %s is %s', (postcode, area) => {
    expect(areaOfPostcode(postcode)).toBe(area);
  });

  test.each(['abc', '', '900', '90000', '0999', '9 000', '9000a', '-900', '9e3', '１２３４'])(
    'of %p is unknown',
    (text) => {
      expect(areaOfPostcode(text)).toBeUndefined();
    },
  );

  test('is known for every number from 1000 to 9999', () => {
    const unknown = Array.from({ length: 9_000 }, (_, index) => String(index + 1_000)).filter(
      (postcode) => areaOfPostcode(postcode) === undefined,
    );
    expect(unknown).toEqual([]);
  });
});

describe('the province that is rung first', () => {
  test('is none for Wallonia, for an unknown region and for nothing said', () => {
    expect([provinceOfArea('outside', 'limburg'), provinceOfArea(null, 'limburg')]).toEqual([null, null]);
  });

  test('is what the configuration says for Brussels, or any', () => {
    expect(provinceOfArea('brussels', 'vlaams-brabant')).toBe('vlaams-brabant');
    expect(provinceOfArea('brussels', null)).toBeNull();
  });

  test('is read from the settings only when it is a province', () => {
    expect(['limburg', 'Limburg', 'henegouwen', null].map(parseProvince)).toEqual([
      'limburg',
      null,
      null,
      null,
    ]);
  });
});

describe('a nickname', () => {
  test.each([
    ['Voornaam Achternaam 0470…', 'full-name'],
    ['Jan Peeters', 'full-name'],
    ['Jan van de Velde', 'full-name'],
    ['ik ben Els De Smet', 'full-name'],
    ['mijn@adres.be', 'email'],
    ['0470 12 34 56', 'phone'],
    ['+32470123456', 'phone'],
    ['(0)9/123.45.67', 'phone'],
    ['0470\u200B12\u202E34\u202C56', 'phone'],
    ['０４７０１２３４５６', 'phone'],
    ['<b>0470123456</b>', 'phone'],
  ])('%p looks like an identity', (nickname, hint) => {
    expect(identityHintOf(nickname)).toBe(hint);
  });

  test.each(['', 'Sam', 'zonnebloem', 'kleine beer', 'Merel34', 'sam1990', 'Émile', 'x y z', '1712'])(
    '%p does not',
    (nickname) => {
      expect(identityHintOf(nickname)).toBeUndefined();
    },
  );

  test('becomes one visible line within its limit', () => {
    expect(cleanNickname('  Sam\n- Leeftijd: 12\u202Ejaar\u0000 ')).toBe('Sam - Leeftijd: 12 jaar');
    expect(cleanNickname('a'.repeat(200))).toHaveLength(40);
    expect(cleanNickname(' \u200B\n ')).toBeNull();
  });

  test.each([
    ['letters', 'a'.repeat(10_000)],
    ['names', 'Jan van de '.repeat(1_000)],
    ['digits', '0470 '.repeat(2_000)],
    ['marks that turn the direction', '\u202E'.repeat(10_000)],
  ])('of 10,000 characters is judged and shortened at once: %s', (_name, text) => {
    const spentMs = processorMsFor(() => {
      identityHintOf(text);
      expect(Array.from(cleanNickname(text) ?? '').length).toBeLessThanOrEqual(40);
    });
    expect(spentMs).toBeLessThan(200);
  });

  test('with markup keeps its signs as signs, on one line', () => {
    expect(cleanNickname('<b onclick="x">Sam</b>')).toBe('<b onclick="x">Sam</b>');
  });

  test('never carries a control, format or half character, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(cleanNickname(text) ?? '').not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      runs(),
    );
  });
});

describe('the intake', () => {
  const answers: Partial<IntakeFields>[] = [{ age: '34' }, { postcode: '3500' }, { sex: 'woman' }];
  const subsets = Array.from({ length: 8 }, (_, bits) =>
    answers.filter((_answer, index) => (bits & (1 << index)) !== 0),
  );

  test.each(subsets.map((subset) => [subset]))('is accepted with just %j', (subset) => {
    const fields = subset.reduce<IntakeFields>((all, answer) => ({ ...all, ...answer }), emptyIntakeFields);
    const check = checkIntake(fields);
    expect(check).toEqual({
      isValid: true,
      intake: {
        nickname: null,
        age: subset.some((answer) => 'age' in answer) ? 34 : null,
        area: subset.some((answer) => 'postcode' in answer) ? 'limburg' : null,
        sex: subset.some((answer) => 'sex' in answer) ? 'woman' : null,
      },
    });
  });

  test.each(['abc', '140', '0', '-1', '−1', '-5', '34.5', '1e2', '١٢'])(
    'asks again for the age %p',
    (age) => {
      expect(checkIntake({ ...emptyIntakeFields, age })).toEqual({ isValid: false, problem: 'age' });
    },
  );

  test.each(['1', '11', '120', ' 34 '])('believes the age %p', (age) => {
    expect(checkIntake({ ...emptyIntakeFields, age })).toMatchObject({ intake: { age: Number(age) } });
  });

  test('takes "rather not" as nothing said, also beside a wrong age', () => {
    const fields: IntakeFields = {
      ...emptyIntakeFields,
      age: 'abc',
      isAgeWithheld: true,
      region: 'withheld',
      sex: 'withheld',
    };
    expect(checkIntake(fields)).toEqual({ isValid: true, intake: emptyIntake });
    expect(isIntakeEmpty(emptyIntake)).toBe(true);
  });

  test('takes the chosen region when the postcode is none, and the postcode when it is one', () => {
    const fields: IntakeFields = { ...emptyIntakeFields, region: 'antwerpen' };
    expect(checkIntake({ ...fields, postcode: 'abc' })).toMatchObject({ intake: { area: 'antwerpen' } });
    expect(checkIntake({ ...fields, postcode: '2070' })).toMatchObject({
      intake: { area: 'oost-vlaanderen' },
    });
  });

  test('reaches the counsellor in Dutch, without the postcode', () => {
    const check = checkIntake({
      ...emptyIntakeFields,
      nickname: 'Merel',
      age: '34',
      postcode: '9000',
      sex: 'other',
    });
    const text = check.isValid ? intakeForCounsellor(check.intake, 'en') : '';
    expect(text.split('\n')).toEqual([
      'Intake (door de beller ingevuld, niets verplicht):',
      '- Naam: Merel',
      '- Leeftijd: 34 jaar',
      '- Regio: Oost-Vlaanderen',
      '- Geslacht: anders',
      '- Taal van de chat: Engels',
    ]);
  });

  test('says woman or girl, man or boy, because children are asked in their own words', () => {
    const sexLine = (sex: 'woman' | 'man') =>
      intakeForCounsellor({ ...emptyIntake, sex }, 'nl').split('\n')[1];
    expect([sexLine('woman'), sexLine('man')]).toEqual([
      '- Geslacht: vrouw of meisje',
      '- Geslacht: man of jongen',
    ]);
  });

  test('is no message at all when nothing was said', () => {
    expect(intakeForCounsellor(emptyIntake, 'nl')).toBe('');
  });

  test('gives a hostile nickname one line of its own', () => {
    const check = checkIntake({ ...emptyIntakeFields, nickname: 'x\n- Leeftijd: 12 jaar' });
    const text = check.isValid ? intakeForCounsellor(check.intake, 'nl') : '';
    expect(text.split('\n')).toHaveLength(3);
  });
});
