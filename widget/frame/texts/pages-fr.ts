import type { pagesNl } from './pages-nl.ts';

/** The pages of information in French. Part of `fr.ts`. */
export const pagesFr: Readonly<Record<keyof typeof pagesNl, string>> = {
  'page.open': 'Info et vie privée',
  'page.back': 'Retour au chat',
  'page.more': 'À lire aussi',
  'page.news.message': 'Il y a un nouveau message pour vous dans le chat.',
  'page.news.counsellor': 'Quelqu’un du 1712 est maintenant là pour vous dans le chat.',
  'page.news.screen': 'Quelque chose a changé dans le chat.',

  'about.heading': 'Info sur ce chat',
  'about.complaintHeading': 'Quelque chose ne vous a pas plu\u202f?',
  'about.complaint':
    'Vous pouvez toujours porter plainte. Le 1712 traite les plaintes comme les CAW. CAW veut dire\u202f: centre d’aide sociale générale en Flandre.',
  'about.complaintLink': 'Porter plainte et lire ce qui se passe ensuite',
  'about.ownerHeading': 'À qui est ce site\u202f?',
  'about.owner': 'Ce site est à {siteOwner}.',
  'about.general': 'Pour une question générale\u202f: {address}',
  'about.technical': 'Quelque chose ne fonctionne pas\u202f? Écrivez à {address}',

  'leave.heading': 'Comment partir vite',
  'leave.buttonHeading': 'Avec le bouton rouge',
  'leave.button': 'En haut, il y a toujours un bouton rouge\u202f: «\u202fQuitter cette page\u202f».',
  'leave.buttonDoes':
    'Appuyez dessus et vous êtes tout de suite sur un site ordinaire. Votre conversation s’arrête alors.',
  'leave.counsellor':
    'La personne qui parle avec vous voit que vous deviez partir vite. Elle n’envoie plus rien.',
  'leave.keysHeading': 'Avec le clavier',
  'leave.keys': 'Appuyez trois fois de suite sur Maj (Shift). Cela fait la même chose que le bouton rouge.',
  'leave.hideHeading': 'Cacher le chat un moment',
  'leave.hide': 'Avec la petite flèche en haut, vous cachez la fenêtre. Votre conversation continue.',
  'leave.hideShows':
    'Toute personne qui appuie sur «\u202fContinuer le chat\u202f» revoit votre conversation.',
  'leave.staysHeading': 'Ce qui reste',
  'leave.stays':
    'Après le bouton rouge, votre conversation n’est plus à l’écran. Votre navigateur retient quand même que vous avez visité ce site.',

  'traces.heading': 'Traces sur votre appareil',
  'traces.lead':
    'Qui utilise votre appareil peut parfois voir ce que vous avez fait en ligne. Voici comment diminuer ce risque.',
  'traces.deviceHeading': 'Choisissez un appareil sûr',
  'traces.device': 'Le plus sûr est un appareil que l’autre personne ne peut pas utiliser.',
  'traces.deviceWhich':
    'Cela peut être le téléphone d’un ami, ou un ordinateur à l’école ou à la bibliothèque.',
  'traces.watched':
    'Vous pensez que quelqu’un surveille votre téléphone\u202f? Utilisez un autre appareil. N’enlevez encore rien vous-même, car cela aussi peut se remarquer.',
  'traces.loginHeading': 'Vous partagez un ordinateur\u202f?',
  'traces.login': 'Utilisez un accès à vous, avec un mot de passe que personne d’autre ne connaît.',
  'traces.loginOut': 'Fermez tout quand vous avez fini.',
  'traces.historyHeading': 'Votre navigateur',
  'traces.private':
    'Ouvrez le 1712 dans une fenêtre privée. Le navigateur ne retient alors pas où vous étiez.',
  'traces.privateLimits': 'Une fenêtre privée n’aide pas contre un programme qui surveille.',
  'traces.network': 'Au travail ou à l’école, le réseau peut parfois voir quels sites vous ouvrez.',
  'traces.settings':
    'Vous pouvez aussi régler votre navigateur pour qu’il ne garde ni historique ni cookies.',
  'traces.one': 'Enlevez seulement ce site de votre historique. Un historique vide peut se remarquer.',
  'traces.passwords':
    'Effacer tous les cookies peut aussi effacer des mots de passe. Il faut alors se connecter partout à nouveau.',
  'traces.phoneHeading': 'Votre téléphone',
  'traces.phone': 'Vous nous avez appelés\u202f? Enlevez le numéro de votre liste d’appels.',
  'traces.keepHeading': 'Ne gardez pas la conversation',
  'traces.keep': 'Ne prenez pas de photo de l’écran et n’imprimez rien. Quelqu’un d’autre peut le trouver.',
  'traces.keepNeeded':
    'Vous voulez quand même retenir quelque chose\u202f? Demandez à la personne du 1712 comment le faire sans risque.',
  'traces.oursHeading': 'Ce que fait ce chat',
  'traces.ours': 'Le chat ne laisse pas de mots lisibles sur votre appareil.',
  'traces.silent': 'Vous ne recevez ni son, ni notification, ni mail que vous n’avez pas demandé.',

  'privacy.heading': 'Votre vie privée',
  'privacy.version': 'Ceci est la version {version} de ce texte.',
  'privacy.readHeading': 'Qui lit ce que vous écrivez\u202f?',
  'privacy.read': 'Personne d’autre que vous et la personne du 1712 ne peut lire ce que vous écrivez.',
  'privacy.readHow':
    'Vos messages sont chiffrés sur vos appareils. Sur nos ordinateurs, personne ne peut les lire.',
  'privacy.readIntake':
    'Votre âge et si vous êtes une femme ou un homme partent aussi seulement chiffrés. Votre code postal reste sur votre appareil.',
  'privacy.keptHeading': 'Que gardons-nous\u202f?',
  'privacy.kept.conversation': 'la conversation même, seulement chiffrée',
  'privacy.kept.nickname': 'le nom que vous avez choisi, chiffré',
  'privacy.kept.address': 'votre adresse IP, chiffrée\u202f: c’est l’adresse de votre internet',
  'privacy.kept.province': 'votre province, si vous l’avez donnée, et la langue de votre écran',
  'privacy.kept.times': 'quand la conversation a commencé et fini, et qui du 1712 était là',
  'privacy.kept.feedback':
    'ce que vous répondez à nos questions après la conversation\u202f: sans nom, avec seulement la langue et la semaine',
  'privacy.kept.version': 'quelle version de ce texte vous pouviez lire',
  'privacy.nameless': 'Pas besoin de dire qui vous êtes.',
  'privacy.termHeading': 'Combien de temps gardons-nous cela\u202f?',
  'privacy.term': 'Vous le lisez dans la déclaration complète sur la vie privée.',
  'privacy.termLink': 'Ouvrir la déclaration complète sur la vie privée',
  'privacy.controllerHeading': 'Qui est responsable\u202f?',
  'privacy.controller':
    'L’équipe qui parle avec vous est responsable de vos données. Voici nos équipes\u202f:',
  'privacy.processorsHeading': 'Qui travaille pour nous\u202f?',
  'privacy.processorsNone': 'Aucune autre entreprise ne traite vos données pour nous.',
  'privacy.processors':
    'Voici les entreprises qui traitent des données pour nous. Elles les protègent aussi bien que nous.',
  'privacy.processor': '{name}\u202f: {purpose}',
  'privacy.rightsHeading': 'Vos droits',
  'privacy.rights':
    'Vous pouvez demander quelles données nous avons sur vous. Vous pouvez aussi demander de les corriger ou de les effacer.',
  'privacy.rightsLimits':
    'Comme nous ne savons pas qui vous êtes, nous ne retrouvons parfois pas une conversation.',
  'privacy.rightsAddress': 'Question sur votre vie privée\u202f: {address}',
  'privacy.rightsDossier': 'Question sur un dossier\u202f: {address}',
  'privacy.complaintHeading': 'Une plainte sur vos données',
  'privacy.complaint': 'Il y a trois façons de porter plainte. C’est vous qui choisissez.',
  'privacy.complaintUs': 'Chez nous\u202f: {address}',
  'privacy.complaintFlemish': 'Auprès de l’autorité flamande\u202f: {name}',
  'privacy.complaintBelgian': 'Auprès de l’autorité belge\u202f: {name}',
  'privacy.checkedOn': 'Nous avons vérifié ce nom et cette adresse le {day} {month} {year}.',
  'privacy.useHeading': 'Ce que nous vous demandons',

  'cookies.heading': 'Cookies',
  'cookies.lead': 'Un cookie est un petit bout de texte que votre navigateur garde.',
  'cookies.few': 'Ce chat en utilise deux au plus. Ils servent seulement à faire fonctionner le chat.',
  'cookies.nobody': 'Il n’y a pas de cookies d’autres entreprises. Personne ne vous suit ainsi.',
  'cookies.name': 'Nom',
  'cookies.kind': 'Sorte',
  'cookies.why': 'Pourquoi',
  'cookies.lifetime': 'Combien de temps',
  'cookies.kind.cookie': 'cookie',
  'cookies.kind.database': 'place dans votre navigateur',
  'cookies.why.resume':
    'Votre écran se ferme par accident\u202f? Avec ce cookie, vous revenez à votre conversation.',
  'cookies.why.language': 'Retient la langue que vous avez choisie.',
  'cookies.why.messages':
    'Garde votre conversation chiffrée sur votre appareil, pour que vous puissiez revenir. Nous n’y avons pas accès. Plus tard, personne ne peut plus l’ouvrir.',
  'cookies.title.resume': 'Retour à votre conversation',
  'cookies.title.language': 'Votre langue',
  'cookies.title.messages': 'Votre conversation, chiffrée',
  'cookies.minutes': 'utilisable jusqu’à {count} minutes après le dernier contact',
  'cookies.session': 'jusqu’à ce que le navigateur soit fermé',
  'cookies.withoutHeading': 'Sans cookies',
  'cookies.without':
    'Le chat fonctionne aussi sans cookies, tant que cette page reste ouverte. Après un rechargement, revenir n’est alors pas possible.',
  'cookies.manageHeading': 'Refuser ou effacer les cookies',
  'cookies.manage':
    'Cela se fait dans les réglages de votre navigateur. N’effacez pas tout à la fois\u202f: cela peut se remarquer.',
  'cookies.host':
    'Le site autour de ce chat peut aussi utiliser des cookies. Vous en lisez plus sur ce site.',

  'fault.link': 'Signaler un problème',
  'fault.heading': 'Signaler un problème avec le chat',
  'fault.lead':
    'Quelque chose ne fonctionne pas\u202f? Dites en quelques mots ce que vous avez vu. Ainsi, nous pouvons le réparer.',
  'fault.notEncrypted':
    'Ce formulaire n’est pas chiffré comme le chat. N’écrivez rien ici sur vous ou sur votre conversation.',
  'fault.description': 'Qu’est-ce qui n’a pas marché\u202f?',
  'fault.browser': 'Dire aussi quel navigateur j’utilise',
  'fault.goesAlong':
    'Ceci part aussi\u202f: l’heure ({time}) et le code «\u202f{code}\u202f». Votre conversation et votre adresse IP ne partent pas.',
  'fault.send': 'Envoyer',
  'fault.sent':
    'Merci. Votre message part dès qu’il y a une connexion. Laissez alors cette page encore un peu ouverte.',
  'fault.noAnswer': 'Vous ne recevez pas de réponse, car nous ne savons pas qui vous êtes.',
  'fault.mail': 'Vous pouvez aussi écrire un mail\u202f: {address}',
};
