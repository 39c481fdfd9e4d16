import { pagesFrChild } from './pages-fr.ts';
import type { ChildTexts, Texts } from '../keys.ts';
import { frTu } from './fr-tu.ts';

/** What children read in French in other words than everybody (R3, S11). Children are told "tu". */
export const frChild: ChildTexts & Partial<Texts> = {
  ...frTu,

  'start.isFor':
    'Le 1712 t’écoute si quelqu’un te fait mal, à toi ou à un autre. Tu peux tout demander et tout dire.',
  'start.isNotFor':
    'Le 1712 ne peut pas venir chez toi. Tu es en danger maintenant\u202f? Appelle le 101 ou le 112.',
  'start.freeAndNameless': 'Le chat ne coûte rien. Pas besoin de dire ton nom.',
  'start.privacyHeading': 'Qui lit ce que tu écris\u202f?',
  'start.privacyWho': 'Il n’y a que toi et quelqu’un du 1712.',
  'start.privacyKept': 'Nous le gardons dans un code secret. Personne d’autre ne peut le lire.',
  'start.privacyIp': 'Nous gardons aussi le numéro de ton internet dans ce code.',
  'start.privacyLink': 'Lire plus sur ce que nous gardons',
  'start.properUse': 'Dis ce qui se passe vraiment. Alors nous pouvons t’aider au mieux.',
  'start.exitHint':
    'Quelqu’un arrive\u202f? Appuie sur le bouton rouge en haut. Alors cette page est partie.',
  'start.exitKeys': 'Tu peux aussi appuyer trois fois sur Maj (Shift).',
  'start.exitHistory': 'Quelqu’un peut encore voir plus tard que tu étais sur ce site.',
  'start.tracesLink': 'Lire ce que d’autres peuvent encore voir',
  'start.problem.not-kept': 'Ta conversation d’avant n’est plus sur cet appareil. Tu peux recommencer.',
  'start.problem.over': 'Cette conversation est finie. Tu peux recommencer.',
  'start.problem.busy': 'Quelqu’un d’autre est passé juste avant. Essaie encore une fois.',
  'start.problem.unreachable':
    'Le chat ne s’est pas ouvert. Ton internet fonctionne\u202f? Alors essaie encore une fois.',
  'start.problem.limited':
    'Beaucoup de chats commencent avec ton internet. Attends un peu. Puis essaie encore une fois.',
  'busy.heading': 'Toute l’équipe du 1712 est occupée',
  'busy.stay': 'Tu peux attendre ici. Tu verras quand quelqu’un est libre.',
  'offline.exceptional': 'Nous ne le savions pas avant. Pardon.',
  'offline.fault': 'Quelque chose est cassé chez nous, ou ton internet ne fonctionne pas. Essaie plus tard.',
  'doors.mailAnswer':
    'Tu reçois une réponse après un ou deux jours. Le week-end, c’est plus long. Tu ne peux pas attendre\u202f? Appelle.',
  'doors.mailReader': 'Quelqu’un d’autre lit tes mails\u202f? Alors il vaut mieux appeler.',
  'doors.phoneFree': 'L’appel ne coûte rien. Mais ton téléphone retient que tu as appelé.',
  'intake.lead': 'Tu peux tout laisser vide. Si tu remplis quelque chose, nous pouvons mieux t’aider.',
  'intake.nicknameHint': 'Tu peux inventer un nom.',
  'intake.nicknameWarning':
    'C’est ton vrai nom, ton mail ou ton numéro\u202f? Un nom inventé est plus sûr. Tu peux aussi continuer ainsi.',
  'intake.postcodeHint':
    'Ainsi, nous trouvons quelqu’un qui travaille près de chez toi. Nous n’envoyons pas le code postal.',
  'sex.woman': 'Fille',
  'sex.man': 'Garçon',
  'sex.other': 'Autre chose',
  'conversation.typing': 'Quelqu’un du 1712 écrit',
  'conversation.notSecure':
    'Ce que tu écris reste encore ici. Cela part tout seul vers le 1712 quand c’est sûr.',
  'conversation.notConnected': 'Internet est coupé. Nous réessayons.',
  'speaker.counsellor': '1712',
  'line.preparing': 'Nous rendons le chat sûr. Tu peux déjà écrire. Tes mots restent encore ici.',
  'line.searching':
    'Nous cherchons quelqu’un pour toi. Tu peux déjà écrire. Tes mots partent quand quelqu’un est là.',
  'line.intake-goes-along': 'Tes réponses vont en code secret à quelqu’un du 1712.',
  'line.takes-long':
    'C’est long. Ce n’est pas ta faute. Tu peux attendre. Tu peux aussi nous écrire un mail ou nous appeler.',
  'line.not-kept':
    'Cet appareil ne retient pas ta conversation. Laisse cette page ouverte, sinon elle s’arrête.',
  'line.taken': 'Quelqu’un arrive.',
  'line.joined-caw': 'Quelqu’un du CAW est là. Le CAW aide les gens qui ont des problèmes à la maison.',
  'line.joined-vk': 'Quelqu’un du VK est là. Le VK aide les enfants à qui on fait mal.',
  'line.secured': 'Le chat est sûr. Il n’y a que toi et quelqu’un du 1712 qui lisent ceci.',
  'line.returned':
    'Cette personne ne peut pas continuer. Nous cherchons quelqu’un d’autre. Tu n’as rien à faire.',
  'line.connection-lost': 'Internet est coupé. Nous réessayons. Ce que tu écris reste ici.',
  'line.connection-back': 'Internet fonctionne à nouveau.',
  'message.file':
    'Tu as reçu un fichier. Tu ne peux pas l’ouvrir ici. Nous le disons aussi à qui l’a envoyé.',
  'message.unreadable': 'Tu ne peux pas encore lire ce message. Nous réessayons.',
  'message.removed': 'La personne qui a envoyé ce message l’a retiré.',
  'queue.before': 'Personnes avant toi : {count}',
  'readers.one': 'Il n’y a que toi et quelqu’un du {organisation} qui lisent ceci.',
  'readers.several': 'Il n’y a que toi et {count} personnes ({organisations}) qui lisent ceci.',
  'line.colleague-announced':
    'Bientôt, quelqu’un d’autre peut aussi lire ceci, même ce que tu as déjà écrit. Tu ne veux pas\u202f? Tu peux le dire.',
  'line.take-over-announced':
    'Bientôt, une autre personne parle avec toi. Elle lit aussi ce que tu as déjà écrit. Tu ne veux pas\u202f? Tu peux le dire.',
  'line.former-stays': 'La personne qui parlait d’abord avec toi peut encore lire ceci.',
  'line.secured-with-readers':
    'Le chat est sûr. Il n’y a que toi et les personnes de cette conversation qui lisent ceci.',
  'line.counsellor-away': 'La personne du 1712 est partie un moment. Tu peux attendre ou continuer à écrire.',
  'line.counsellor-back': 'La personne du 1712 est de retour.',
  'message.other': 'Tu as reçu quelque chose que tu ne peux pas ouvrir ici. Nous le disons à qui l’a envoyé.',
  'message.call': 'Quelqu’un du 1712 voulait t’appeler. Ce n’est pas possible ici. Nous le lui disons.',
  'message.linkTrace': 'Un lien s’ouvre à part. Quelqu’un peut voir plus tard que tu l’as ouvert.',
  'blocked.heading': 'Tu ne peux pas chatter en ce moment',
  'composer.over': 'Ton message a {count} lettres de trop. Fais-en deux messages.',
  'composer.overOne': 'Ton message a {count} lettre de trop. Fais-en deux messages.',
  'composer.left': 'Encore {count} lettres.',
  'composer.leftOne': 'Encore {count} lettre.',
  'end.explained': 'Quelqu’un du 1712 voit que tu as arrêté.',
  'end.held': 'Ce qui n’est pas encore parti n’est pas envoyé.',
  'ended.counsellor': 'La conversation est finie pour le moment. C’est bien que tu nous aies parlé.',
  'ended.again': 'Tu peux toujours revenir.',
  'ended.gone': 'Internet a été coupé trop longtemps.',
  'ended.failure': 'Quelque chose n’a pas marché chez nous. Pardon. Ce n’est pas à cause de toi.',
  'ended.logStays': 'Tu peux encore lire la conversation ci-dessous. Efface-la si personne ne peut la voir.',
  'failed.no-webassembly': 'Cet appareil est trop vieux pour ce chat. Tu peux en utiliser un autre\u202f?',
  'failed.not-loaded': 'Le chat ne s’est ouvert qu’à moitié. Ton internet fonctionne\u202f?',
  'failed.crypto-failed': 'Le chat ne devient pas sûr sur cet appareil. Tu peux en utiliser un autre\u202f?',
  'failed.homeserver-refused': 'Le chat n’est pas devenu sûr. C’est à cause de nous. Essaie plus tard.',
  'failed.frame-broke': 'Quelque chose n’a pas marché. Ce n’est pas à cause de toi. Essaie encore une fois.',
  'feedback.heading': 'C’était comment de chatter pour toi\u202f?',
  'feedback.heard': 'Est-ce que cette personne écoutait bien\u202f?',
  'feedback.helped': 'Est-ce que c’était utile pour toi\u202f?',
  'feedback.remarkHint': 'N’écris pas de noms. Tu ne reçois pas de réponse à ceci.',
  'feedback.anonymous': 'Personne ne sait que c’était toi. Nous gardons seulement ta langue et la semaine.',
  'feedback.notEncrypted':
    'Ceci ne part pas en code secret. Le 1712 peut le lire. C’est plus tard, avec ce que d’autres ont écrit.',

  ...pagesFrChild,
};
