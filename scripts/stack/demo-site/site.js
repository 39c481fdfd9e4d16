// Shows the helpline's status in words on the demo page. The chat itself is the loader's, from the appservice.
const api = document.body.dataset.api;
const dot = document.querySelector('[data-status]');
const beginning = document.querySelector('[data-beginning]');
const words = document.querySelector('[data-status-words]');

const sentences = {
  online: 'Online: er is iemand vrij om met je te praten.',
  busy: 'Bezet: alle medewerkers zijn in gesprek.',
  offline: 'Offline: nu kan je niet chatten.',
};
const reasons = {
  closed: 'We zijn gesloten.',
  holiday: 'Het is een feestdag.',
  exceptional: 'We zijn uitzonderlijk gesloten.',
  nobody: 'Er is geen medewerker van dienst.',
  fault: 'Er hapert iets bij ons.',
};

/** What to do first, which depends on why the chat is as it is. */
const beginnings = {
  onDuty: 'Er is al een medewerker van dienst.',
  nobody:
    'Zorg dat er een medewerker van dienst is: in Element met <code>!aan</code>, of start met <code>npm start -- --demo-counsellor</code>.',
  closed:
    'Wacht tot de chat open is, of start zonder <code>--hours real</code>, of met <code>--now</code> en een uur waarop hij open is.',
  exceptional: 'Open de chat: een coördinator schrijft in Element <code>!open</code>.',
  fault: 'Wacht even. Duurt het lang? <code>npm run doctor</code> kijkt wat er hapert.',
};
const beginningOf = { closed: 'closed', holiday: 'closed', exceptional: 'exceptional', nobody: 'nobody' };

function nextOpeningSentence(nextOpening) {
  if (nextOpening === null) return '';
  const time = new Intl.DateTimeFormat('nl-BE', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Brussels',
  });
  return ` We zijn er weer op ${time.format(new Date(nextOpening))}.`;
}

function sentenceOf(status) {
  if (status.state !== 'offline') return sentences[status.state];
  return `${sentences.offline} ${reasons[status.reason] ?? ''}${nextOpeningSentence(status.nextOpening)}`;
}

/** People who hear the screen are told what changes, and not the same again at every look. */
function say(sentence) {
  if (words.textContent !== sentence) words.textContent = sentence;
}

function show(status) {
  dot.dataset.status = status.state;
  say(sentenceOf(status));
  beginning.innerHTML =
    status.state === 'offline' ? beginnings[beginningOf[status.reason] ?? 'fault'] : beginnings.onDuty;
}

async function ask() {
  try {
    const answer = await fetch(`${api}/api/status`, { credentials: 'omit' });
    show(await answer.json());
  } catch {
    show({ state: 'offline', reason: 'fault', nextOpening: null });
  }
}

say('We kijken of er iemand is.');
await ask();
setInterval(ask, 5_000);
