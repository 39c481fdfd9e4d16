/** One of the programs on the real steps, in a process that they may kill; each word is a line. */
import { writeSync } from 'node:fs';
import { createSteps } from '../../appservice/adapters/system/crash-steps.ts';
import { stepsPrograms, type StepsProgram } from './steps-programs.ts';

const [program = '', crashAt = ''] = process.argv.slice(2);
await stepsPrograms[program as StepsProgram](createSteps(crashAt === '' ? null : crashAt), (word) => {
  writeSync(1, `${word}\n`);
});
