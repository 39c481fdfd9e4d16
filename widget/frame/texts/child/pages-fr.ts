import type { pagesNl } from '../pages-nl.ts';
import type { pagesNlChild } from './pages-nl.ts';

/** Sentences of the pages that are other ones for children in French alone, because they say "tu". */
const pagesFrTu: Partial<Record<keyof typeof pagesNl, string>> = {
  'page.news.message': 'Il y a un nouveau message pour toi dans le chat.',
  'about.complaintHeading': 'Quelque chose ne t’a pas plu\u202f?',
  'about.technical': 'Quelque chose ne fonctionne pas\u202f? Écris à {address}',
  'leave.buttonDoes': 'Appuie dessus. Tu arrives tout de suite sur un autre site. Ta conversation s’arrête.',
  'leave.keys': 'Appuie trois fois de suite sur Maj (Shift). C’est comme le bouton rouge.',
  'leave.hide': 'Avec la petite flèche en haut, tu caches la fenêtre. Ta conversation continue.',
  'leave.hideShows': 'Qui appuie sur «\u202fContinuer le chat\u202f» revoit ta conversation.',
  'traces.heading': 'Traces sur ton appareil',
  'traces.deviceHeading': 'Choisis un appareil sûr',
  'traces.loginHeading': 'Tu partages un ordinateur\u202f?',
  'traces.login': 'Choisis un mot de passe que personne d’autre ne connaît.',
  'traces.loginOut': 'Ferme tout quand tu as fini.',
  'traces.network': 'À l’école, quelqu’un peut parfois voir quels sites tu ouvres.',
  'traces.one': 'Enlève seulement ce site de l’historique. Un historique vide peut se remarquer.',
  'traces.phoneHeading': 'Ton téléphone',
  'traces.phone': 'Tu nous as appelés\u202f? Enlève le numéro de ta liste d’appels.',
  'traces.keepHeading': 'Ne garde pas la conversation',
  'traces.keep': 'Ne prends pas de photo de l’écran et n’imprime rien. Quelqu’un peut le trouver.',
  'traces.ours': 'Le chat ne laisse pas de mots lisibles sur ton appareil.',
  'traces.silent': 'Tu ne reçois ni son, ni mail que tu n’as pas demandé.',
  'privacy.readHeading': 'Qui lit ce que tu écris\u202f?',
  'privacy.kept.province': 'ta province, si tu l’as donnée, et la langue de ton écran',
  'privacy.kept.version': 'quelle version de ce texte tu pouvais lire',
  'privacy.nameless': 'Pas besoin de dire qui tu es.',
  'privacy.useHeading': 'Ce que nous te demandons',
  'cookies.why.language': 'Retient la langue que tu as choisie.',
  'cookies.title.resume': 'Retour à ta conversation',
  'cookies.title.language': 'Ta langue',
  'fault.lead': 'Quelque chose ne fonctionne pas\u202f? Dis ce que tu as vu. Ainsi, nous pouvons le réparer.',
  'fault.noAnswer': 'Tu ne reçois pas de réponse, car nous ne savons pas qui tu es.',
  'fault.mail': 'Tu peux aussi écrire un mail\u202f: {address}',
};

const pagesFrPlain: Readonly<Record<keyof typeof pagesNlChild, string>> = {
  'page.open': 'Info pour toi',
  'page.news.counsellor': 'Quelqu’un est là pour toi dans le chat.',
  'about.complaint':
    'Tu trouves que nous avons mal fait\u202f? Tu peux toujours le dire. Cela s’appelle une plainte.',
  'about.complaintLink': 'Dire ce qui n’allait pas',
  'leave.counsellor':
    'Qui parle avec toi voit que tu devais partir vite. Tu ne reçois alors plus de messages.',
  'leave.stays':
    'Après le bouton rouge, ta conversation n’est plus à l’écran. Quelqu’un peut encore voir que tu étais sur ce site.',
  'traces.lead': 'Quelqu’un peut parfois voir ce que tu as fait sur internet. Ceci aide contre cela.',
  'traces.device': 'Choisis un appareil que l’autre personne ne peut pas utiliser.',
  'traces.watched':
    'Tu penses que quelqu’un surveille ton téléphone\u202f? Prends un autre appareil. N’efface encore rien. Cela peut se remarquer.',
  'traces.historyHeading': 'Où tu étais sur internet',
  'traces.private': 'Ouvre le 1712 dans une fenêtre privée. L’appareil ne retient alors pas où tu étais.',
  'traces.settings': 'Quelqu’un en qui tu as confiance peut t’aider.',
  'traces.passwords': 'N’efface pas tout à la fois. Sinon, des mots de passe partent aussi.',
  'traces.keepNeeded': 'Tu veux retenir quelque chose\u202f? Demande-nous comment le faire sans risque.',
  'privacy.heading': 'Ce que nous gardons',
  'privacy.read': 'Il n’y a que toi et quelqu’un du 1712.',
  'privacy.readHow': 'Tes messages partent en code secret. Sur nos ordinateurs, personne ne peut les lire.',
  'privacy.readIntake':
    'Ton âge et si tu es une fille ou un garçon partent aussi en code secret. Ton code postal reste ici.',
  'privacy.kept.conversation': 'la conversation, en code secret',
  'privacy.kept.nickname': 'le nom que tu as choisi, en code secret',
  'privacy.kept.address': 'le numéro de ton internet, en code secret',
  'privacy.kept.times': 'quand la conversation a commencé et fini, et qui était là pour toi',
  'privacy.kept.feedback': 'ce que tu réponds à nos questions après, sans ton nom',
  'privacy.term': 'C’est dans le long texte. Tu peux demander à quelqu’un de lire avec toi.',
  'privacy.termLink': 'Ouvrir le long texte',
  'privacy.controllerHeading': 'Qui y fait attention\u202f?',
  'privacy.controller':
    'L’équipe qui parle avec toi fait attention à ce que nous gardons. Voici nos équipes\u202f:',
  'privacy.processorsNone': 'Personne d’autre ne reçoit ce que nous gardons.',
  'privacy.processors': 'Ces entreprises nous aident. Elles font aussi attention que nous.',
  'privacy.rightsHeading': 'Que peux-tu demander\u202f?',
  'privacy.rights': 'Tu peux demander ce que nous savons de toi. Tu peux aussi demander de l’effacer.',
  'privacy.rightsLimits':
    'Nous ne savons pas qui tu es. Alors nous ne retrouvons parfois pas une conversation.',
  'privacy.rightsAddress': 'Question sur ce que nous gardons\u202f: {address}',
  'privacy.complaintHeading': 'Tu n’es pas d’accord\u202f?',
  'privacy.complaint': 'Alors dis-le. Il y a trois façons. Tu choisis.',
  'privacy.complaintFlemish': 'À qui nous surveille en Flandre\u202f: {name}',
  'privacy.complaintBelgian': 'À qui nous surveille en Belgique\u202f: {name}',
  'cookies.lead': 'Un cookie est un petit bout de texte. Ton appareil le garde.',
  'cookies.few': 'Ce chat en a deux ou moins. Sans eux, il marche moins bien.',
  'cookies.nobody': 'Personne ne te suit avec.',
  'cookies.kind.database': 'place sur ton appareil',
  'cookies.why.messages':
    'Garde ta conversation en code secret sur cet appareil. Nous ne pouvons pas la lire là. Plus tard, personne ne peut plus la lire.',
  'cookies.why.resume': 'Ton écran se ferme par accident\u202f? Tu peux revenir à ta conversation.',
  'cookies.title.messages': 'Ta conversation, en code secret',
  'cookies.session': 'jusqu’à ce que tout soit fermé',
  'cookies.without':
    'Le chat marche aussi sans. Laisse alors cette page ouverte, sinon ta conversation s’arrête.',
  'cookies.manage':
    'Demande de l’aide à quelqu’un en qui tu as confiance. N’efface pas tout à la fois\u202f: cela peut se remarquer.',
  'cookies.host': 'Le site autour de ce chat peut aussi avoir des cookies.',
  'fault.notEncrypted': 'Ceci ne part pas en code secret. N’écris rien ici sur toi ou sur ta conversation.',
  'fault.browser': 'Dire aussi avec quel programme je vais sur internet',
  'fault.goesAlong':
    'Ceci part aussi\u202f: l’heure ({time}) et le code «\u202f{code}\u202f». Ta conversation ne part pas.',
  'fault.sent': 'Merci. Cela part quand il y a internet. Laisse cette page encore un peu ouverte.',
};

/** What children read in French in other words on the pages of information (S11). Part of `fr.ts`. */
export const pagesFrChild = { ...pagesFrTu, ...pagesFrPlain };
