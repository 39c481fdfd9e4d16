import type { Snippets } from '../snippets.ts';

/**
 * The snippets as shipped (S43). `meekijken` is the device check of S5 with its three choices, `misschien` the advice for the
 * middle one. A counsellor copies them, so they are said by a person: nothing here is sent by the machine.
 */
export const shippedSnippets: Snippets = {
  begroeting: {
    nl: 'Dag, welkom bij 1712. Goed dat je contact opneemt. Ik werk bij 1712 en lees wat je schrijft. Waarmee kan ik je helpen?',
    en: 'Hello, welcome to 1712. It is good that you got in touch. I work at 1712 and read what you write. What can I help you with?',
    fr: 'Bonjour, bienvenue au 1712. C’est bien que vous nous écriviez. Je travaille au 1712 et je lis ce que vous écrivez. En quoi puis-je vous aider ?',
  },
  meekijken: {
    nl: 'Kan iemand anders dit gesprek zien? Een kort antwoord is genoeg: nee, misschien, of liever niet zeggen.',
    en: 'Can anyone else see this conversation? A short answer is enough: no, maybe, or rather not say.',
    fr: 'Quelqu’un d’autre peut-il voir cette conversation ? Une réponse courte suffit : non, peut-être, ou je préfère ne pas le dire.',
  },
  misschien: {
    nl: 'Dank je om dat te zeggen. We kunnen gewoon verder schrijven. Komt er iemand bij, druk dan bovenaan op “Verlaat deze pagina”: je bent meteen weg, en je hoeft niets uit te leggen. Kan je straks op een ander toestel of een andere plek verder, dan is dat ook goed.',
    en: 'Thank you for telling me. We can simply go on writing. If someone comes near, press “Leave this page” at the top: you are away at once, and you do not have to explain. If you would rather go on later, on another device or somewhere else, that is fine too.',
    fr: 'Merci de me le dire. Nous pouvons continuer à écrire. Si quelqu’un arrive, appuyez en haut sur « Quitter cette page » : vous partez tout de suite, sans rien devoir expliquer. Si vous préférez continuer plus tard, sur un autre appareil ou ailleurs, c’est bien aussi.',
  },
  codewoord: {
    nl: 'Zullen we een woord afspreken? Als je later terugkomt, vraag ik ernaar. Zo weet ik dat jij het bent en niet iemand anders op jouw toestel. Kies iets dat anderen niet kunnen raden.',
    en: 'Shall we agree on a word? When you come back later, I will ask for it. That way I know that it is you and nobody else on your device. Choose something that others cannot guess.',
    fr: 'Voulez-vous que nous convenions d’un mot ? Si vous revenez plus tard, je vous le demanderai. Je saurai ainsi que c’est vous, et personne d’autre sur votre appareil. Choisissez un mot que les autres ne peuvent pas deviner.',
  },
  terug: {
    nl: 'Fijn dat je er weer bent. Is het nog veilig om te schrijven?',
    en: 'Good to have you back. Is it still safe for you to write?',
    fr: 'C’est bien que vous soyez de retour. Pouvez-vous encore écrire en sécurité ?',
  },
  pauze: {
    nl: 'Ik lees even rustig na wat je schreef. Ik antwoord binnen enkele minuten, ik ben er nog.',
    en: 'I am taking a moment to read what you wrote. I will answer within a few minutes; I am still here.',
    fr: 'Je prends un moment pour relire ce que vous avez écrit. Je vous réponds dans quelques minutes, je suis toujours là.',
  },
  nood: {
    nl: 'Ben je nu in gevaar? Bel de politie op 101, of 112 als iemand gewond is. Kan je niet praten, dan kan je met de app 112 BE ook schrijven. Ik blijf hier.',
    en: 'Are you in danger right now? Call the police on 101, or 112 if someone is hurt. If you cannot speak, the 112 BE app lets you write. I am staying here.',
    fr: 'Êtes-vous en danger maintenant ? Appelez la police au 101, ou le 112 si quelqu’un est blessé. Si vous ne pouvez pas parler, l’application 112 BE permet d’écrire. Je reste ici.',
  },
  'andere-hulp': {
    nl: 'Er zijn nog mensen die je kunnen helpen. In je buurt is er een CAW (caw.be). Kinderen en jongeren kunnen terecht bij Awel, op 102. Tele-Onthaal luistert dag en nacht op 106, de Zelfmoordlijn op 1813. Zullen we samen kijken wat bij jou past?',
    en: 'There are other people who can help you. Near you there is a CAW (caw.be). Children and young people can turn to Awel on 102. Tele-Onthaal listens day and night on 106, the Suicide Line on 1813. Shall we look together at what suits you?',
    fr: 'D’autres personnes peuvent vous aider. Près de chez vous, il y a un CAW (caw.be). En français, Écoute violences conjugales répond au 0800 30 030 et Télé-Accueil au 107, jour et nuit. Voulez-vous que nous regardions ensemble ce qui vous convient ?',
  },
  dossier: {
    nl: 'Als we elkaar vaker horen, kan ik een dossier bijhouden. Zo hoef je niet telkens opnieuw te beginnen. Jij beslist: ja, nee of later. Ook zonder dossier help ik je verder.',
    en: 'If we talk more often, I can keep a file. Then you do not have to start again each time. You decide: yes, no or later. I will help you without a file, too.',
    fr: 'Si nous nous parlons plus souvent, je peux tenir un dossier. Vous n’aurez pas à tout recommencer à chaque fois. C’est vous qui décidez : oui, non ou plus tard. Sans dossier, je vous aide aussi.',
  },
  afronden: {
    nl: 'We schrijven al een hele tijd en ik wil graag rustig met je afronden. Wat neem je mee uit dit gesprek? En wie is er straks of morgen voor jou?',
    en: 'We have been writing for quite a while, and I would like to round off calmly with you. What do you take from this conversation? And who is there for you later today or tomorrow?',
    fr: 'Nous écrivons depuis un bon moment, et j’aimerais terminer calmement avec vous. Que retenez-vous de cette conversation ? Et qui sera là pour vous tout à l’heure ou demain ?',
  },
  afscheid: {
    nl: 'Dank je voor je vertrouwen. Je kan altijd opnieuw contact opnemen met 1712. Zorg goed voor jezelf.',
    en: 'Thank you for your trust. You can always get in touch with 1712 again. Take good care of yourself.',
    fr: 'Merci pour votre confiance. Vous pouvez toujours recontacter le 1712. Prenez bien soin de vous.',
  },
};
