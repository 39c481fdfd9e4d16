/**
 * `npm run doctor`: looks at what `npm start` stands on and says of each thing whether it is well, one sentence each;
 * it changes nothing. Ends with 1 when something is not.
 */
import { inspections } from './doctor/inspections.ts';

let hasTrouble = false;
for (const { name, look } of inspections) {
  const finding = await look();
  hasTrouble ||= !finding.isWell;
  process.stdout.write(`${finding.isWell ? 'ok   ' : 'WRONG'}  ${name}: ${finding.sentence}\n`);
}
process.exitCode = hasTrouble ? 1 : 0;
