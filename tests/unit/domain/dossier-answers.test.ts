import { expect, test } from '@jest/globals';
import { parseDeskCommand } from '../../../appservice/domain/parse-desk-command.ts';

test.each(['nee', 'neen', 'weigert', 'geweigerd'])('!dossier %s notes that the caller refused', (answer) => {
  expect(parseDeskCommand(`!dossier ${answer}`)).toMatchObject({ ok: true, value: { answer: 'refused' } });
});
