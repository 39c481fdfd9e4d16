import type { CommandProblem } from '../desk-command.ts';

/** Why the desk cannot do what was written, and how to write it. */
export function commandProblemWords(problem: CommandProblem): string {
  switch (problem.code) {
    case 'no-command':
      return problem.meant === null
        ? 'Een commando begint met een uitroepteken, zoals !aan. Met !help zie je ze allemaal.'
        : `Bedoel je ${problem.meant}? Zet er een uitroepteken voor.`;
    case 'unknown-word':
      return problem.nearest === null
        ? `Het commando “!${problem.word}” ken ik niet. Met !help zie je wat je kan schrijven.`
        : `Het commando “!${problem.word}” ken ik niet. Bedoel je !${problem.nearest}? Met !help zie je ze allemaal.`;
    case 'unexpected-argument':
      return `Na !${problem.word} hoort niets meer. Schrijf alleen !${problem.word}.`;
    case 'missing-reason':
      return `Schrijf erbij waarom, bijvoorbeeld: ${problem.example}. Bellers krijgen de reden niet te zien.`;
    case 'missing-who':
      return `Schrijf erbij over wie het gaat, bijvoorbeeld: ${problem.example}.`;
    case 'missing-number':
      return `Schrijf het nummer van het gesprek erbij, bijvoorbeeld: ${problem.example}.`;
    case 'missing-code':
      return `Schrijf de code erbij die ${problem.who} voorlas uit Element, bijvoorbeeld: !${problem.word} ${problem.who} k3Fd 9aLm Qx2T. Ze staat ook in mijn bericht: vergelijk ze eerst.`;
    case 'missing-code-word':
      return `Schrijf het woord erbij dat jullie afspraken, bijvoorbeeld: !${problem.word} regenboog.`;
    case 'dossier-answer':
      return `Schrijf erbij wat de beller wou: !${problem.word} ja, !${problem.word} geweigerd of !${problem.word} later.`;
    case 'too-long':
      return `Dat is te lang voor !${problem.word}. Houd het op één of twee zinnen.`;
    case 'only-remarks':
      return `Na !${problem.word} hoort niets, of alleen het woord “opmerkingen”: !${problem.word} opmerkingen.`;
    case 'bad-time':
      return `Dat uur begrijp ik niet. Schrijf het zo: !${problem.word} tot 18:30 te weinig mensen.`;
    case 'bad-number':
      return `Dat is geen nummer van een gesprek. Schrijf het zo: !${problem.word} 4711.`;
  }
}
