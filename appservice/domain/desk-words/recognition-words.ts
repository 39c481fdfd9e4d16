import type { RecognitionMessage } from '../desk-messages/recognition-message.ts';
import { mostEarlierContacts } from '../recognition.ts';
import type { Instant } from '../time.ts';
import { clockTime, howLongAgo } from './time-words.ts';

/** What the desk says about who may have called before, addresses and code words (R21, R23, R28, S6). */
export function recognitionWords(message: RecognitionMessage, now: Instant): string {
  switch (message.code) {
    case 'hints':
      return hintWords(message, now);
    case 'word-agreed':
      return `Het codewoord van gesprek ${message.caseNumber} is bewaard, zo dat niemand het kan lezen. Je bericht met het woord is weg. Komt de beller vandaag terug met dezelfde nickname, dan kan je het controleren.`;
    case 'word-right':
      return `Het codewoord klopt met dat van het gesprek van ${clockTime(message.startedAt)}.`;
    case 'word-wrong':
      return `Het codewoord klopt niet. Je kan het nog ${message.triesLeft === 1 ? 'één keer' : `${message.triesLeft} keer`} proberen.`;
    case 'word-locked':
      return `Het codewoord is drie keer fout in gesprek ${message.caseNumber}. Meer pogingen kan niet. Ga ervan uit dat dit iemand anders kan zijn.`;
    case 'no-word-here':
      return 'Een codewoord hoort bij een gesprek dat je nu zelf voert, en je hebt er nu geen. Je bericht met het woord is weg.';
    case 'no-word':
      return 'Daar staat geen woord in. Schrijf het woord achter het commando: !codewoord regenboog.';
    case 'address':
      return addressWords(message);
    case 'not-yours':
      return 'Een IP-adres zie je alleen van een gesprek dat je nu zelf voert. Is er gevaar? Vraag het aan de collega die het gesprek heeft, of bel 101 of 112. Dat je het vroeg, staat in het logboek.';
    case 'address-over':
      return `Gesprek ${message.caseNumber} is voorbij, dus ik kan het IP-adres hier niet meer tonen. Is er gevaar? Bel 101 of 112, en dan je coördinator. Dat je het vroeg, staat in het logboek.`;
    case 'address-asked':
      if (message.isAfterNo)
        return `Iemand was niet akkoord dat je het IP-adres van gesprek ${message.caseNumber} ziet. We vragen het opnieuw, maar zonder een ja krijg je het niet. Is er gevaar? Bel 101 of 112, en dan je coördinator.`;
      return `We vragen een tweede persoon of je het IP-adres van gesprek ${message.caseNumber} mag zien. Zegt niemand iets binnen vijf minuten, dan krijg je het toch, en bekijkt een coördinator het achteraf.`;
    case 'address-question':
      return [
        `${message.who} vraagt het IP-adres van de beller in gesprek ${message.caseNumber}. Vraag ${message.who} waarom.`,
        message.isAfterNo
          ? 'Akkoord? Zet ✅ onder dit bericht. Niet akkoord? Zet ❌. Eerder zei al iemand nee, dus zonder ja blijft het IP-adres verborgen.'
          : 'Akkoord? Zet ✅ onder dit bericht. Niet akkoord? Zet ❌. Na vijf minuten zonder antwoord krijgt je collega het toch, en bekijkt een coördinator het.',
      ].join('\n');
    case 'address-declined':
      return `${message.who} is niet akkoord dat je het IP-adres van gesprek ${message.caseNumber} ziet. Is er toch gevaar? Bel je coördinator.`;
    case 'question-answered':
      return message.isAgreed
        ? `${message.who} is akkoord. Je collega ziet het IP-adres nu.`
        : `${message.who} is niet akkoord. Het IP-adres blijft verborgen.`;
    case 'question-over':
      return 'Deze vraag over een IP-adres is voorbij. Je moet niets meer doen.';
    case 'review-due':
      return `${message.who} zag om ${clockTime(message.at)} het IP-adres van gesprek ${message.caseNumber}, zonder tweede persoon. Bespreek dit met ${message.who}.`;
    case 'taken-back':
      return 'Dit bericht is niet meer nodig.';
  }
}

function addressWords({
  caseNumber,
  address,
  startedAt,
}: Extract<RecognitionMessage, { code: 'address' }>): string {
  if (address === 'unknown') return `Het IP-adres van gesprek ${caseNumber} is niet bekend.`;
  const moment = new Date(startedAt).toISOString().slice(0, 19).replace('T', ' ');
  return [
    `IP-adres van gesprek ${caseNumber}: ${address}`,
    `Begonnen op ${moment} UTC. Politie en parket hebben het adres én dit tijdstip nodig.`,
    'Dit bericht verdwijnt als het gesprek voor jou voorbij is.',
  ].join('\n');
}

function hintWords(
  { caseNumber, line, nicknameAt, hasCodeWord }: Extract<RecognitionMessage, { code: 'hints' }>,
  now: Instant,
): string {
  const lines = [`Gesprek ${caseNumber}, misschien geen eerste keer:`];
  if (line !== null) {
    const count =
      line.count < mostEarlierContacts ? `${line.count} keer` : `${mostEarlierContacts} keer of meer`;
    const last = howLongAgo(now, line.lastAt);
    lines.push(
      `• Eerder contact via deze internetverbinding: ${count}, laatst ${last}. Kan iemand anders zijn.`,
    );
  }
  if (nicknameAt !== null) {
    lines.push(`• Zelfde nickname als gesprek van ${clockTime(nicknameAt)}. Niet geverifieerd.`);
  }
  if (hasCodeWord)
    lines.push('• Toen is een codewoord afgesproken. Vraag ernaar en controleer het: !codewoord regenboog.');
  return lines.join('\n');
}
