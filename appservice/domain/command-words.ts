/** What a command is called in the code. */
export type CommandName =
  | 'on'
  | 'off'
  | 'pause'
  | 'who'
  | 'help'
  | 'take'
  | 'pass'
  | 'end'
  | 'close'
  | 'open'
  | 'confirm'
  | 'feedback'
  | 'transfer'
  | 'consult'
  | 'taken-over'
  | 'backup'
  | 'block'
  | 'unblock'
  | 'address'
  | 'round-off'
  | 'go-on'
  | 'snippet'
  | 'code-word'
  | 'reopen'
  | 'share'
  | 'register'
  | 'unregistered'
  | 'phone'
  | 'dossier'
  | 'state'
  | 'stop-all'
  | 'offboard'
  | 'looked';

/** Every word that is understood after `!`, Dutch before English (design 7), and the command it means. */
export const commandWords: ReadonlyMap<string, CommandName> = new Map([
  ['aan', 'on'],
  ['on', 'on'],
  ['uit', 'off'],
  ['off', 'off'],
  ['pauze', 'pause'],
  ['pause', 'pause'],
  ['wie', 'who'],
  ['who', 'who'],
  ['help', 'help'],
  ['neem', 'take'],
  ['take', 'take'],
  ['niet', 'pass'],
  ['pass', 'pass'],
  ['einde', 'end'],
  ['end', 'end'],
  ['dicht', 'close'],
  ['close', 'close'],
  ['open', 'open'],
  ['bevestig', 'confirm'],
  ['confirm', 'confirm'],
  ['feedback', 'feedback'],
  ['geef', 'transfer'],
  ['transfer', 'transfer'],
  ['overleg', 'consult'],
  ['consult', 'consult'],
  ['overgenomen', 'taken-over'],
  ['taken', 'taken-over'],
  ['collega', 'backup'],
  ['backup', 'backup'],
  ['blokkeer', 'block'],
  ['block', 'block'],
  ['vrij', 'unblock'],
  ['unblock', 'unblock'],
  ['ip', 'address'],
  ['afronden', 'round-off'],
  ['roundoff', 'round-off'],
  ['verder', 'go-on'],
  ['goon', 'go-on'],
  ['zin', 'snippet'],
  ['snippet', 'snippet'],
  ['codewoord', 'code-word'],
  ['codeword', 'code-word'],
  ['heropen', 'reopen'],
  ['reopen', 'reopen'],
  ['deel', 'share'],
  ['share', 'share'],
  ['registreer', 'register'],
  ['register', 'register'],
  ['open-staand', 'unregistered'],
  ['te-registreren', 'unregistered'],
  ['unregistered', 'unregistered'],
  ['telefoon', 'phone'],
  ['phone', 'phone'],
  ['dossier', 'dossier'],
  ['stand', 'state'],
  ['state', 'state'],
  ['noodstop', 'stop-all'],
  ['stopall', 'stop-all'],
  ['uitdienst', 'offboard'],
  ['offboard', 'offboard'],
  ['inzage', 'looked'],
  ['looked', 'looked'],
]);

/** How many slips of the finger a near miss may have; never more than half the longer word. */
const mostSlips = 2;

/** The known word a mistyped one is nearest to, the first of the table when several are; null when none is near. */
export function nearestWord(written: string): string | null {
  let nearest: string | null = null;
  let fewestSlips = mostSlips + 1;
  for (const word of commandWords.keys()) {
    const longer = Math.max(word.length, written.length);
    if (Math.abs(word.length - written.length) > mostSlips) continue;
    const slips = slipsBetween(word, written);
    if (slips < fewestSlips && slips <= longer / 2) {
      nearest = word;
      fewestSlips = slips;
    }
  }
  return nearest;
}

/** Damerau-Levenshtein distance (optimal string alignment): letters added, left out, changed, or swapped with the next. */
function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          (last[column] ?? Infinity) + 1,
          (current[column - 1] ?? Infinity) + 1,
          (last[column - 1] ?? Infinity) + change,
          isSwap ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? Infinity;
}
