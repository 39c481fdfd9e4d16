import type { CommandProblem } from '../desk-command.ts';

/** Why the desk cannot do what was written, and how to write it. */
export function commandProblemWords(problem: CommandProblem): string {
  switch (problem.code) {
    case 'no-command':
      return 'Ik begrijp alleen commando’s met een uitroepteken ervoor, zoals !aan. Met !help zie je ze allemaal.';
    case 'unknown-word':
      return problem.nearest === null
        ? `Het commando “!${problem.word}” ken ik niet. Met !help zie je wat je kan schrijven.`
        : `Het commando “!${problem.word}” ken ik niet. Bedoel je !${problem.nearest}? Met !help zie je ze allemaal.`;
    case 'unexpected-argument':
      return `Na !${problem.word} hoort niets meer. Schrijf alleen !${problem.word}.`;
    case 'missing-reason':
      return `Schrijf erbij waarom, bijvoorbeeld: !${problem.word} tot 18:30 te weinig mensen. Bellers krijgen de reden niet te zien.`;
    case 'missing-who':
      return `Schrijf erbij over wie het gaat, bijvoorbeeld: !${problem.word} Rosa.`;
    case 'only-remarks':
      return `Na !${problem.word} hoort niets, of alleen het woord “opmerkingen”: !${problem.word} opmerkingen.`;
    case 'bad-time':
      return `Dat uur begrijp ik niet. Schrijf het zo: !${problem.word} tot 18:30 te weinig mensen.`;
    case 'bad-number':
      return `Dat is geen nummer van een gesprek. Schrijf het zo: !${problem.word} 4711.`;
  }
}
