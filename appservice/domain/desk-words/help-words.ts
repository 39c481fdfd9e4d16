type HelpLine = { readonly example: string; readonly purpose: string };
type HelpGroup = { readonly title: string; readonly lines: readonly HelpLine[] };

const forEverybody: readonly HelpGroup[] = [
  {
    title: 'Je dienst',
    lines: [
      { example: '!aan', purpose: 'je bent klaar voor gesprekken' },
      {
        example: '!uit',
        purpose: 'je stopt voor vandaag; voor elk gesprek dat loopt, kies je wat ermee gebeurt',
      },
      { example: '!pauze', purpose: 'even geen nieuwe gesprekken; met !aan ben je er weer' },
      { example: '!wie', purpose: 'wie er nu is' },
    ],
  },
  {
    title: 'Een gesprek',
    lines: [
      {
        example: '!neem 4711',
        purpose: 'jij neemt het; zonder nummer: wat bij jou belt, of wie het langst wacht',
      },
      { example: '!niet 4711', purpose: 'iemand anders mag het nemen; zonder nummer: wat bij jou belt' },
      { example: '!einde 4711', purpose: 'je sluit het af, of je stopt met meelezen' },
      {
        example: '!geef Bram',
        purpose: 'Bram neemt het over en leest alles vanaf het begin; de beller mag nee zeggen',
      },
      { example: '!overleg Bram', purpose: 'Bram leest mee en jij blijft; de beller mag nee zeggen' },
      { example: '!overgenomen', purpose: 'de collega is er en neemt het nu van je over' },
    ],
  },
  {
    title: 'Veiligheid',
    lines: [
      { example: '!collega', purpose: 'stil hulp vragen: een coördinator kan komen meelezen' },
      {
        example: '!blokkeer seksueel getinte berichten',
        purpose: 'afsluiten, en acht uur geen chat voor deze beller',
      },
      { example: '!vrij 4711', purpose: 'die blokkering stopt nu' },
      {
        example: '!ip acuut gevaar, politie verwittigen',
        purpose: 'het IP-adres van de beller, met de reden in het logboek',
      },
    ],
  },
  {
    title: 'Tempo en woorden',
    lines: [
      { example: '!afronden', purpose: 'na een uur: je rondt het gesprek af' },
      {
        example: '!verder er is nog geen veilige plek',
        purpose: 'na een uur: je gaat verder, en zegt waarom',
      },
      { example: '!zin', purpose: 'de vaste zinnen; met een naam erbij staat de zin klaar om te kopiëren' },
      { example: '!codewoord regenboog', purpose: 'een woord afspreken, of nakijken of het klopt' },
    ],
  },
  {
    title: 'Achteraf',
    lines: [
      { example: '!registreer 4711', purpose: 'het contact registreren; zonder nummer: je laatste' },
      { example: '!open-staand', purpose: 'wat je nog moet registreren' },
      { example: '!telefoon', purpose: 'een telefoongesprek registreren' },
      { example: '!dossier ja', purpose: 'wat de beller over een dossier zei: ja, geweigerd of later' },
      { example: '!heropen 4711 verslag nalezen', purpose: 'een uur opnieuw lezen wat jij mee besprak' },
      { example: '!deel 4711 Bram', purpose: 'een afgelopen gesprek van jou laten lezen door Bram' },
      { example: '!help', purpose: 'deze lijst' },
    ],
  },
];

const forCoordinators: HelpGroup = {
  title: 'Voor coördinatoren',
  lines: [
    {
      example: '!stand',
      purpose: 'wie er is, wie wacht en hoelang, blokkeringen, wat nog te registreren is',
    },
    {
      example: '!dicht tot 18:30 te weinig mensen',
      purpose: 'geen nieuwe gesprekken tot dan; zonder uur: tot !open of tot de volgende openingstijd',
    },
    { example: '!open', purpose: 'toch weer open na !dicht' },
    {
      example: '!bevestig Rosa k3Fd 9aLm Qx2T',
      purpose: 'de nieuwe sleutels van Rosa kloppen: die code las Rosa je zelf voor uit Element',
    },
    { example: '!inzage 4711', purpose: 'wie iets van dat gesprek opvroeg, wanneer en waarom' },
    { example: '!uitdienst Rosa', purpose: 'Rosa werkt hier niet meer: account dicht, overal uit' },
    { example: '!noodstop iemand is in ons systeem', purpose: 'de chat dicht en alle gesprekken nu gestopt' },
    { example: '!feedback', purpose: 'wat bellers na hun gesprek antwoordden, in cijfers' },
    { example: '!feedback opmerkingen', purpose: 'wat ze er zelf bij schreven' },
  ],
};

/** What can be written at the desk, each command as an example that works as it stands (design 7). */
export function helpWords(isCoordinator: boolean): string {
  const groups = isCoordinator ? [...forEverybody, forCoordinators] : forEverybody;
  return [
    'Dit kan je hier schrijven. Heb je maar één gesprek, dan hoeft het nummer er niet bij.',
    ...groups.flatMap(groupLines),
    '',
    'Of druk op een teken onder een bericht. Engels mag ook, zoals !on, !take, !end en !transfer.',
    'Schrijf commando’s alleen hier, nooit in een gesprek: ze doen daar niets, en ze zijn niet voor de beller.',
  ].join('\n');
}

function groupLines({ title, lines }: HelpGroup): readonly string[] {
  return ['', title, ...lines.map(({ example, purpose }) => `${example} – ${purpose}`)];
}
