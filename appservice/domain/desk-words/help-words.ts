type HelpLine = { readonly example: string; readonly purpose: string };

const forEverybody: readonly HelpLine[] = [
  { example: '!aan', purpose: 'je bent klaar voor gesprekken' },
  { example: '!uit', purpose: 'je stopt voor vandaag; je lopende gesprek gaat gewoon door' },
  { example: '!pauze', purpose: 'even geen nieuwe gesprekken; met !aan ben je er weer' },
  { example: '!wie', purpose: 'wie er nu is' },
  {
    example: '!neem 4711',
    purpose: 'jij neemt dat gesprek; zonder nummer: wat bij jou belt, of wie het langst wacht',
  },
  { example: '!niet 4711', purpose: 'iemand anders mag het nemen; zonder nummer: wat bij jou belt' },
  { example: '!einde 4711', purpose: 'je sluit dat gesprek af; zonder nummer: het enige dat je hebt' },
  { example: '!help', purpose: 'deze lijst' },
];

const forCoordinators: readonly HelpLine[] = [
  {
    example: '!dicht tot 18:30 te weinig mensen',
    purpose: 'geen nieuwe gesprekken tot dan; zonder uur: tot !open of tot de volgende openingstijd',
  },
  { example: '!open', purpose: 'toch weer open na !dicht' },
  { example: '!bevestig Rosa', purpose: 'de nieuwe sleutels van Rosa kloppen, je hebt het zelf gevraagd' },
  { example: '!feedback', purpose: 'wat bellers na hun gesprek antwoordden, in cijfers' },
  { example: '!feedback opmerkingen', purpose: 'wat ze er zelf bij schreven' },
];

/** What can be written at the desk, each command as an example that works as it stands (design 7). */
export function helpWords(isCoordinator: boolean): string {
  const lines = isCoordinator ? [...forEverybody, ...forCoordinators] : forEverybody;
  return [
    'Dit kan je hier schrijven:',
    ...lines.map(({ example, purpose }) => `${example} – ${purpose}`),
    'Of druk op ✋ of ✖ onder een bericht. Engels mag ook: !on, !off, !pause, !who, !take, !pass, !end.',
    'Schrijf commando’s alleen hier. In een gesprek leest de beller ze.',
  ].join('\n');
}
