import type { ContactChoice, ContactLists, ContactTheme } from '../../appservice/domain/contact-lists.ts';

const choice = (code: string, label: string): ContactChoice => ({ code, label });

/** Forms of violence, as the yearly reports count them (domain 2.6). */
const forms = [
  choice('physical', 'lichamelijk geweld'),
  choice('psychological', 'psychisch of emotioneel geweld'),
  choice('sexual', 'seksueel geweld'),
  choice('neglect', 'verwaarlozing'),
  choice('economic', 'financieel of economisch geweld'),
  choice('several', 'meerdere vormen'),
  choice('other', 'andere vorm'),
];

const formsAgainstChildren = [
  choice('physical', 'lichamelijke mishandeling'),
  choice('physical-neglect', 'lichamelijke verwaarlozing'),
  choice('emotional', 'emotionele mishandeling'),
  choice('emotional-neglect', 'emotionele verwaarlozing'),
  choice('sexual', 'seksueel misbruik'),
  choice('witness', 'getuige van geweld tussen volwassenen'),
  choice('several', 'meerdere vormen'),
  choice('other', 'andere vorm of risicosituatie'),
];

const formsBetweenPartners = [
  choice('physical', 'lichamelijk geweld'),
  choice('psychological', 'psychisch geweld of controle'),
  choice('sexual', 'seksueel geweld'),
  choice('economic', 'financieel geweld'),
  choice('stalking', 'stalking door (ex-)partner'),
  choice('several', 'meerdere vormen'),
  choice('other', 'andere vorm'),
];

const formsBetweenChildren = [
  choice('bullying', 'pesten'),
  choice('online', 'online pesten of misbruik'),
  choice('physical', 'lichamelijk geweld'),
  choice('sexual', 'seksueel grensoverschrijdend gedrag'),
  choice('siblings', 'geweld tussen broers en zussen'),
  choice('other', 'andere vorm'),
];

const ofSeparation = [
  choice('contact', 'omgang met de kinderen'),
  choice('loyalty', 'kind tussen twee ouders'),
  choice('alienation', 'contact met een ouder verbroken'),
  choice('other', 'iets anders'),
];

const ofOther = [
  choice('question', 'vraag naar informatie'),
  choice('no-violence', 'hulpvraag zonder geweld'),
  choice('about-1712', 'over 1712 zelf'),
  choice('silent', 'geen gesprek: stilte, grap of test'),
  choice('other', 'iets anders'),
];

/** Themes of the parliamentary answer on 2018, in the names of today (domain 2.6), each in one category of CHI (S45). */
const themes: readonly ContactTheme[] = [
  { ...choice('child-abuse', 'kindermishandeling'), chi: 'violence', subThemes: formsAgainstChildren },
  { ...choice('partner-violence', 'partnergeweld'), chi: 'violence', subThemes: formsBetweenPartners },
  { ...choice('adult-violence', 'geweld tegen volwassenen'), chi: 'violence', subThemes: forms },
  { ...choice('separation', 'scheidingsproblematiek'), chi: 'family-relationships', subThemes: ofSeparation },
  {
    ...choice('high-conflict-separation', 'hoog-conflictueuze scheiding'),
    chi: 'family-relationships',
    subThemes: ofSeparation,
  },
  { ...choice('elder-abuse', 'ouderenmis(be)handeling'), chi: 'violence', subThemes: forms },
  { ...choice('parent-abuse', 'oudermishandeling'), chi: 'violence', subThemes: forms },
  {
    ...choice('between-children', 'geweld tussen kinderen'),
    chi: 'violence',
    subThemes: formsBetweenChildren,
  },
  { ...choice('coping', 'verwerkingsproblematiek'), chi: 'mental-health', subThemes: [] },
  { ...choice('historical-abuse', 'historisch misbruik'), chi: 'violence', subThemes: [] },
  { ...choice('honour-violence', 'eergerelateerd geweld'), chi: 'violence', subThemes: [] },
  { ...choice('ritual-violence', 'ritueel geweld'), chi: 'violence', subThemes: [] },
  { ...choice('forced-adoption', 'gedwongen adoptie'), chi: 'family-relationships', subThemes: [] },
  { ...choice('other', 'andere'), chi: 'other', subThemes: ofOther },
];

/** The lists that come with the software: 1712's own (domain 2.6, R4, R62). */
export const lists1712: ContactLists = {
  validFrom: '2020-01-01',
  themes,
  relations: [
    choice('self', 'gaat over zichzelf'),
    choice('parent', '(stief)ouder'),
    choice('partner', 'partner of ex-partner'),
    choice('child', 'kind'),
    choice('sibling', 'broer of zus'),
    choice('family', 'ander familielid'),
    choice('friend', 'vriend of kennis'),
    choice('neighbour', 'buur'),
    choice('professional', 'professional'),
    choice('other', 'iemand anders'),
  ],
  roles: [
    choice('victim', 'slachtoffer'),
    choice('perpetrator', '(mogelijke) pleger'),
    choice('bystander', 'omstander'),
    choice('professional', 'professional'),
  ],
  contexts: [
    choice('family', 'gezin'),
    choice('household', 'onder één dak, geen gezin'),
    choice('relatives', 'ruimere familie'),
    choice('school-or-work', 'school, werk of vrije tijd'),
    choice('institution', 'voorziening of opvang'),
    choice('online', 'online'),
    choice('elsewhere', 'elders buiten de familie'),
  ],
  ages: [
    choice('under-12', 'jonger dan 12'),
    choice('12-17', '12 tot en met 17'),
    choice('18-25', '18 tot en met 25'),
    choice('26-64', '26 tot en met 64'),
    choice('65-and-over', '65 of ouder'),
    choice('adult', 'volwassen, hoe oud is niet gezegd'),
  ],
  sexes: [choice('female', 'vrouw'), choice('male', 'man'), choice('other', 'anders')],
  referrals: [
    choice('none', 'niet nodig: het gesprek volstond'),
    choice('caw', 'CAW'),
    choice('vk', 'VK'),
    choice('police', 'politie of parket'),
    choice('emergency', 'noodnummer 112'),
    choice('doctor', 'huisarts of ziekenhuis'),
    choice('school', 'school of CLB'),
    choice('other-line', 'andere hulplijn'),
    choice('other', 'iemand anders'),
  ],
  durations: [
    { ...choice('under-15', 'minder dan 15 minuten'), underMinutes: 15 },
    { ...choice('15-30', '15 tot 30 minuten'), underMinutes: 30 },
    { ...choice('30-60', '30 tot 60 minuten'), underMinutes: 60 },
    { ...choice('60-and-over', 'een uur of langer'), underMinutes: null },
  ],
  regions: [
    choice('antwerpen', 'Antwerpen'),
    choice('limburg', 'Limburg'),
    choice('oost-vlaanderen', 'Oost-Vlaanderen'),
    choice('vlaams-brabant', 'Vlaams-Brabant'),
    choice('west-vlaanderen', 'West-Vlaanderen'),
    choice('brussels', 'Brussel'),
    choice('elsewhere', 'buiten Vlaanderen en Brussel'),
  ],
  languages: [
    choice('nl', 'Nederlands'),
    choice('en', 'Engels'),
    choice('fr', 'Frans'),
    choice('other', 'andere taal'),
  ],
};
