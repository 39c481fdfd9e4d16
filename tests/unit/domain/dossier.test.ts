import { describe, expect, test } from '@jest/globals';
import { withDossierAnswer, withStatement, type DossierNote } from '../../../appservice/domain/dossier.ts';
import { conversationId } from '../../support/parsed.ts';

const nothing: DossierNote = {
  conversationId: conversationId(1),
  answer: null,
  reference: null,
  asked: null,
};
const agreed: DossierNote = { ...nothing, answer: 'agreed', reference: 'A-12' };

describe('a note about a dossier', () => {
  test('is a yes only after the counsellor’s word that there were more contacts (R64)', () => {
    const asked = withDossierAnswer(nothing, { answer: 'agreed', reference: 'A-12' });
    expect(asked).toEqual({ ...nothing, asked: { reference: 'A-12' } });
    expect(withStatement(asked, true)).toEqual(agreed);
    expect(withStatement(asked, false)).toEqual(nothing);
    expect(withStatement(nothing, true)).toBeUndefined();
  });

  test('that is a yes is called otherwise at once, and keeps its name where none is given', () => {
    expect(withDossierAnswer(agreed, { answer: 'agreed', reference: 'B-1' }).reference).toBe('B-1');
    expect(withDossierAnswer(agreed, { answer: 'agreed', reference: null })).toEqual(agreed);
  });

  test.each(['refused', 'later'] as const)('is %s at once, and no yes waits any more', (answer) => {
    const asked = withDossierAnswer(nothing, { answer: 'agreed', reference: 'A-12' });
    const noted = withDossierAnswer(asked, { answer, reference: null });
    expect(noted).toEqual({ ...nothing, answer });
    expect(withStatement(noted, true)).toBeUndefined();
  });
});
