import type { Texts } from './keys.ts';
import { pagesFr } from './pages-fr.ts';

/**
 * Every sentence of the frame in French. It says "vous", as Belgian helplines do to adults whom they do not know; children are
 * told "tu" (`child/fr.ts`). The counsellor is "la personne du 1712", who may be a woman or a man. Narrow spaces stand before
 * question marks and in times, so that no line begins with them.
 */
export const fr: Texts = {
  'frame.title': 'Info',
  'frame.demo': 'Ceci est une démo. Il n’y a pas de vraie ligne d’aide derrière.',
  'frame.hide': 'Cacher cette fenêtre',
  'frame.languages': 'Langue',
  'frame.languageMissing': 'L’autre langue n’a pas pu s’ouvrir. Vérifiez si votre internet fonctionne.',

  'exit.button': 'Quitter cette page',
  'exit.leaving': 'Chargement.',
  'exit.twoMore': 'Maj\u202f: appuyez encore 2 fois pour partir.',
  'exit.oneMore': 'Maj\u202f: appuyez encore 1 fois pour partir.',
  'exit.timedOut': 'Le départ avec Maj est arrêté.',

  'emergency.lead': 'En danger\u202f?',
  'emergency.police': 'police',
  'emergency.medical': 'ambulance, pompiers',

  'start.heading': 'Chatter avec le 1712',
  'start.isFor':
    'Le 1712 donne des informations, des conseils et du soutien sur la violence, les abus et la maltraitance.',
  'start.isNotFor':
    'Le 1712 n’est pas un service d’urgence. Il y a un danger maintenant\u202f? Appelez le 101 ou le 112.',
  'start.button': 'Commencer le chat',
  'start.freeAndNameless': 'Le chat est gratuit. Pas besoin de dire qui vous êtes.',
  'start.privacyHeading': 'Votre vie privée',
  'start.privacyWho': 'Personne d’autre que vous et la personne du 1712 ne peut lire ce que vous écrivez.',
  'start.privacyKept': 'Nous gardons la conversation sous forme chiffrée. Personne d’autre ne peut la lire.',
  'start.privacyIp': 'Nous gardons aussi l’adresse de votre internet (adresse IP) sous forme chiffrée.',
  'start.privacyLink': 'Lire plus sur votre vie privée',
  'start.properUse': 'Nous comptons sur vous pour être honnête et bien utiliser le chat.',
  'start.exitHeading': 'Partir vite',
  'start.exitHint': 'Avec le bouton rouge en haut, vous quittez tout de suite cette page.',
  'start.exitKeys': 'Appuyer trois fois sur Maj (Shift) fait la même chose.',
  'start.exitHistory': 'Votre navigateur retient quand même que vous avez visité ce site.',
  'start.tracesLink': 'Lire quelles traces votre visite laisse',
  'start.problem.not-kept':
    'Votre chat précédent ne peut pas continuer ici. Votre navigateur l’a effacé. Vous pouvez commencer un nouveau chat.',
  'start.problem.over': 'Ce chat est terminé. Vous pouvez commencer un nouveau chat.',
  'start.problem.busy': 'Quelqu’un d’autre est passé juste avant. Vous pouvez réessayer.',
  'start.problem.offline': 'Le chat était fermé un instant. Vous pouvez réessayer.',
  'start.problem.unreachable':
    'Le chat n’a pas pu commencer. Vérifiez si votre internet fonctionne. Puis réessayez.',
  'start.problem.limited':
    'Beaucoup de chats commencent avec votre internet. Attendez une minute et réessayez.',

  'status.unknown': 'Nous regardons si le chat est ouvert.',
  'status.online': 'Le chat est ouvert.',
  'status.busy': 'Le chat est occupé pour le moment.',
  'status.offline': 'Le chat est fermé pour le moment.',

  'busy.heading': 'Toute l’équipe est en conversation',
  'busy.later': 'Vous pouvez revenir un peu plus tard.',
  'busy.stay': 'Vous pouvez aussi rester ici. Dès que quelqu’un est libre, vous le voyez sur cette page.',
  'offline.closedHeading': 'Le chat est fermé pour le moment',
  'offline.holidayHeading': 'Le chat est fermé aujourd’hui',
  'offline.holiday': 'C’est un jour férié.',
  'offline.exceptionalHeading': 'Le chat n’est pas disponible pour le moment',
  'offline.exceptional': 'Ce n’était pas prévu. Nous sommes désolés.',
  'offline.nobodyHeading': 'Il n’y a personne dans le chat pour le moment',
  'offline.nobody': 'Vous pouvez revenir un peu plus tard.',
  'offline.faultHeading': 'Le chat ne fonctionne pas pour le moment',
  'offline.fault': 'Il y a un problème, chez nous ou avec votre internet. Réessayez un peu plus tard.',
  'offline.opens': 'Nous ouvrons {day} à {time}.',

  'day.today': 'aujourd’hui',
  'day.tomorrow': 'demain',
  'day.weekday': '{weekday}',
  'day.date': 'le {weekday} {dayOfMonth} {month}',
  'day.first': '1er',
  'time.whole': '{hour}\u202fh',
  'time.minutes': '{hour}\u202fh\u202f{minute}',
  'weekday.0': 'dimanche',
  'weekday.1': 'lundi',
  'weekday.2': 'mardi',
  'weekday.3': 'mercredi',
  'weekday.4': 'jeudi',
  'weekday.5': 'vendredi',
  'weekday.6': 'samedi',
  'month.1': 'janvier',
  'month.2': 'février',
  'month.3': 'mars',
  'month.4': 'avril',
  'month.5': 'mai',
  'month.6': 'juin',
  'month.7': 'juillet',
  'month.8': 'août',
  'month.9': 'septembre',
  'month.10': 'octobre',
  'month.11': 'novembre',
  'month.12': 'décembre',

  'doors.heading': 'Vous pouvez aussi nous joindre ainsi',
  'doors.mail': 'Écrire à {mailAddress}',
  'doors.mailAnswer':
    'Vous recevez une réponse dans les deux jours ouvrables. Pour une question urgente, c’est trop long.',
  'doors.mailReader': 'Quelqu’un d’autre lit vos mails\u202f? Utilisez une autre adresse, ou appelez.',
  'doors.phone': 'Appeler le {phone}',
  'doors.phoneFree':
    'L’appel est gratuit. Le numéro n’est pas sur votre facture. Il reste dans la liste d’appels de votre téléphone.',
  'doors.keptWords': 'Ce que vous avez déjà écrit',
  'doors.keptWordsHint': 'Ceci n’a pas été envoyé. Vous pouvez le copier.',

  'intake.heading': 'Voulez-vous dire quelque chose sur vous\u202f?',
  'intake.lead': 'Rien n’est obligatoire. Cela aide la personne du 1712 à mieux vous aider.',
  'intake.nickname': 'Comment pouvons-nous vous appeler\u202f?',
  'intake.nicknameHint': 'Un nom inventé, c’est très bien.',
  'intake.nicknameWarning':
    'Cela ressemble à votre vrai nom, votre adresse mail ou votre numéro. Un autre nom est plus sûr. Vous pouvez aussi continuer ainsi.',
  'intake.age': 'Quel âge avez-vous\u202f?',
  'intake.ageProblem': 'Écrivez un nombre de 1 à 120, ou laissez ce champ vide.',
  'intake.withheld': 'Je préfère ne pas le dire',
  'intake.postcode': 'Quel est votre code postal\u202f?',
  'intake.postcodeHint':
    'Ainsi, nous trouvons quelqu’un de votre région. Le code postal lui-même reste sur cet appareil.',
  'intake.postcodeArea': 'C’est\u202f: {area}.',
  'intake.postcodeOutside': 'Ce n’est pas en Flandre ou à Bruxelles. Vous pouvez quand même chatter ici.',
  'intake.postcodeNone': 'Nous ne connaissons pas ce code postal. Vous pouvez aussi ne rien remplir.',
  'intake.region': 'Ou choisissez votre province',
  'intake.regionNone': 'Choisir',
  'intake.sex': 'Je suis',
  'intake.next': 'Continuer',
  'intake.skip': 'Passer',
  'intake.back': 'Retour',
  'region.antwerpen': 'Anvers',
  'region.limburg': 'Limbourg',
  'region.oost-vlaanderen': 'Flandre orientale',
  'region.vlaams-brabant': 'Brabant flamand',
  'region.west-vlaanderen': 'Flandre occidentale',
  'region.brussels': 'Bruxelles',
  'region.outside': 'Ailleurs',
  'region.unknown': 'Je ne sais pas',
  'region.withheld': 'Je préfère ne pas le dire',
  'sex.woman': 'Femme',
  'sex.man': 'Homme',
  'sex.other': 'Autre',
  'sex.withheld': 'Je préfère ne pas le dire',

  'conversation.log': 'Messages',
  'conversation.typing': 'La personne du 1712 écrit',
  'conversation.notSecure':
    'Ce que vous écrivez reste encore ici. Cela part dès qu’une personne du 1712 peut le lire en sécurité.',
  'conversation.notConnected': 'Pas de connexion. Nous réessayons.',
  'phase.preparing': 'Un instant',
  'phase.waiting': 'Nous cherchons quelqu’un',
  'phase.taken': 'Quelqu’un arrive',
  'phase.joined-caw': 'Vous parlez avec le CAW',
  'phase.joined-vk': 'Vous parlez avec le VK',
  'speaker.caller': 'Vous',
  'speaker.counsellor': 'Équipe 1712',
  'speaker.automatic': 'Message automatique',
  'line.preparing':
    'Nous préparons une connexion sûre. Vous pouvez déjà écrire. Vos mots restent ici jusqu’à ce qu’elle soit prête.',
  'line.searching':
    'Nous cherchons quelqu’un de l’équipe pour vous. Vous pouvez déjà écrire. Vos mots partent seulement quand cette personne est là.',
  'line.intake-goes-along': 'Vos réponses sont envoyées chiffrées à la personne du 1712.',
  'line.takes-long':
    'Cela dure plus longtemps que nous le voulons. Vous pouvez attendre, ou nous écrire un mail ou nous appeler.',
  'line.taken': 'Quelqu’un de l’équipe arrive.',
  'line.joined-caw':
    'Quelqu’un du CAW est là. CAW veut dire\u202f: centre d’aide sociale générale en Flandre.',
  'line.joined-vk':
    'Quelqu’un du VK est là. VK veut dire\u202f: centre de confiance pour enfants maltraités.',
  'line.secured':
    'La connexion est sûre. Personne d’autre que vous et la personne du 1712 ne peut lire ceci.',
  'line.returned':
    'La personne du 1712 ne peut pas continuer. Nous cherchons quelqu’un d’autre. Vous n’avez rien à faire.',
  'line.connection-lost': 'La connexion est coupée. Nous réessayons. Ce que vous écrivez reste ici.',
  'line.resumed': 'Vous êtes de retour dans votre chat.',
  'line.not-kept':
    'Ce navigateur ne garde pas votre chat. Si vous rechargez ou fermez cette page, le chat s’arrête.',
  'line.connection-back': 'La connexion est revenue.',
  'mark.held': 'Prêt à partir',
  'mark.unsent': 'Pas envoyé',
  'mark.sending': 'Envoi en cours',
  'mark.sent': 'Envoyé',
  'mark.delivered': 'Arrivé',
  'mark.read': 'Lu',
  'message.edited': 'modifié',
  'message.answers': 'Réponse à\u202f: {quote}',
  'message.file':
    'Vous avez reçu un fichier. Vous ne pouvez pas l’ouvrir ici. La personne du 1712 en est informée.',
  'message.unreadable': 'Ce message ne peut pas encore être lu. Nous réessayons.',
  'message.removed': 'La personne du 1712 a retiré ce message.',

  'earlier.show': 'Montrer les messages d’avant',

  'elsewhere.heading': 'Votre chat est ouvert dans une autre fenêtre',
  'elsewhere.explained': 'Vous pouvez continuer là-bas, ou amener le chat ici.',
  'elsewhere.takeOver': 'Continuer ici',

  'readers.one': 'Personne d’autre que vous et une personne du {organisation} ne peut lire ceci.',
  'readers.several': 'Personne d’autre que vous et {count} personnes ({organisations}) ne peut lire ceci.',
  'announced.reads-along': 'Bientôt, une personne du {organisation} pourra aussi lire ceci.',
  'announced.takes-over': 'Bientôt, une autre personne, du {organisation}, prend la suite.',
  'announced.refuse': 'Plutôt non',
  'line.colleague-announced':
    'Bientôt, une autre personne du 1712 pourra lire ceci, même ce que vous avez déjà écrit. Vous préférez que non\u202f? Vous pouvez le dire.',
  'line.take-over-announced':
    'Bientôt, une autre personne du 1712 prend la suite. Elle lit aussi ce que vous avez déjà écrit. Vous préférez que non\u202f? Vous pouvez le dire.',
  'line.reader-refused': 'Vous préférez que cette personne ne vienne pas. Nous le disons.',
  'line.colleague-stays-away': 'Cette personne ne vient pas.',
  'line.colleague-joined': 'Une autre personne du 1712 peut maintenant lire ceci.',
  'line.colleague-left': 'Cette autre personne est partie et ne lit plus.',
  'line.taken-over-caw': 'Une autre personne, du CAW, a pris la suite.',
  'line.taken-over-vk': 'Une autre personne, du VK, a pris la suite.',
  'line.former-stays': 'La personne d’avant peut encore lire ceci.',
  'line.secured-with-readers':
    'La connexion est sûre. Personne d’autre que vous et l’équipe dans cette conversation ne peut lire ceci.',
  'line.counsellor-away':
    'La personne du 1712 n’est pas connectée pour un moment. Vous pouvez attendre ou continuer à écrire.',
  'line.counsellor-back': 'La personne du 1712 est à nouveau connectée.',
  'line.round-off':
    'Vous parlez depuis presque une heure. Nous allons doucement vers la fin. Il vous faut plus de temps\u202f? Dites-le.',
  'message.other':
    'La personne du 1712 a envoyé quelque chose que vous ne pouvez pas ouvrir ici. Nous le lui disons.',
  'message.call': 'La personne du 1712 voulait vous appeler. Ce n’est pas possible ici. Nous le lui disons.',
  'message.linkTrace': 'Un lien s’ouvre dans un nouvel onglet et reste dans votre historique.',
  'composer.fileRefused': 'Vous ne pouvez pas envoyer de photos ou de fichiers ici. Dites-le avec des mots.',
  'blocked.heading': 'Le chat n’est pas disponible pour vous en ce moment',
  'blocked.lead': 'Vous pouvez recevoir de l’aide autrement.',
  'blocked.otherLines': 'Autres lignes d’aide',

  'composer.label': 'Votre message',
  'composer.send': 'Envoyer',
  'composer.keys': 'Entrée envoie. Maj et Entrée font une nouvelle ligne.',
  'composer.left': 'Encore {count} caractères.',
  'composer.leftOne': 'Encore {count} caractère.',
  'composer.over': 'Votre message a {count} caractères de trop. Faites-en deux messages.',
  'composer.overOne': 'Votre message a {count} caractère de trop. Faites-en deux messages.',

  'end.button': 'Arrêter le chat',
  'end.question': 'Voulez-vous arrêter la conversation\u202f?',
  'end.explained': 'La personne du 1712 voit que vous avez arrêté.',
  'end.explainedAlone': 'Nous ne cherchons alors plus personne pour vous.',
  'end.held': 'Ce qui attend encore n’est pas envoyé.',
  'end.confirm': 'Oui, arrêter',
  'end.withdraw': 'Non, continuer',

  'ended.heading': 'La conversation est arrêtée',
  'ended.caller': 'Vous avez arrêté la conversation.',
  'ended.counsellor': 'La personne du 1712 a terminé la conversation.',
  'ended.gone': 'La connexion a été coupée trop longtemps.',
  'ended.failure': 'Quelque chose n’a pas marché chez nous. Nous sommes désolés.',
  'ended.unknown': 'La conversation est terminée.',
  'ended.again': 'Vous pouvez toujours commencer un nouveau chat plus tard.',
  'ended.logStays':
    'La conversation est encore ci-dessous. Elle disparaît de cet écran si vous l’effacez ou fermez cette page.',
  'ended.wipe': 'Effacer la conversation et revenir au début',

  'feedback.asked':
    'Plus bas sur cet écran, il y a quelques questions sur cette conversation. Vous pouvez les passer.',
  'feedback.heading': 'Comment avez-vous vécu cette conversation\u202f?',
  'feedback.lead': 'Rien n’est obligatoire. Remplissez ce que vous voulez.',
  'feedback.heard': 'Avez-vous eu l’impression qu’on vous écoutait\u202f?',
  'feedback.helped': 'La conversation vous a-t-elle été utile\u202f?',
  'feedback.nextStep': 'Savez-vous maintenant ce que vous pouvez faire\u202f?',
  'feedback.easy': 'Ce chat était-il facile à utiliser\u202f?',
  'feedback.yes': 'Oui',
  'feedback.somewhat': 'Un peu',
  'feedback.no': 'Non',
  'feedback.withheld': 'Pas de réponse',
  'feedback.remark': 'Voulez-vous encore nous dire quelque chose\u202f?',
  'feedback.remarkHint': 'N’écrivez pas de noms. Personne ne répond à ceci.',
  'feedback.over': 'C’est {count} caractères de trop. Faites un peu plus court.',
  'feedback.overOne': 'C’est {count} caractère de trop. Faites un peu plus court.',
  'feedback.anonymous':
    'Vos réponses sont anonymes. Nous gardons seulement la langue et la semaine, pas de quelle conversation elles viennent.',
  'feedback.notEncrypted':
    'Ce formulaire n’est pas chiffré comme le chat. Le 1712 peut le lire. Les coordinateurs le voient plus tard, avec les réponses d’autres personnes.',
  'feedback.send': 'Envoyer mes réponses',
  'feedback.skip': 'Passer',
  'feedback.sending': 'Vos réponses sont en train de partir.',
  'feedback.notSent': 'L’envoi n’a pas marché. Réessayez, ou passez les questions.',
  'feedback.thanksHeading': 'Merci pour vos réponses',
  'feedback.thanks': 'Ainsi, nous rendons le chat meilleur pour tout le monde.',

  'failed.heading': 'Chatter en sécurité n’est pas possible ici',
  'failed.nothingSent': 'Aucun message n’a été envoyé.',
  'failed.nothingMore': 'Plus rien de ce que vous écrivez n’est envoyé.',
  'failed.no-webassembly':
    'Ce navigateur est trop ancien pour chatter en sécurité. Essayez un autre navigateur ou un autre appareil.',
  'failed.not-loaded': 'Le chat n’est pas complètement chargé. Vérifiez si votre internet fonctionne.',
  'failed.tryAgain': 'Réessayer',
  'failed.crypto-failed':
    'La sécurité ne fonctionne pas sur cet appareil. Essayez un autre navigateur ou un autre appareil.',
  'failed.homeserver-refused': 'La sécurité n’a pas pu se mettre en place chez nous. Réessayez plus tard.',
  'failed.frame-broke': 'Quelque chose n’a pas marché sur cette page. Vous pouvez réessayer.',
  'failed.back': 'Retour au début',

  ...pagesFr,
};
