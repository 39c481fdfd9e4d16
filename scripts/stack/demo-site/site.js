// Shows the helpline's status in words on the demo page. The chat itself is the loader's, from the appservice.
const api = document.body.dataset.api;
const dot = document.querySelector('[data-status]');
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
  nobody: 'Er is geen medewerker van dienst. In Element kan dat met !aan.',
  fault: 'Er hapert iets bij ons.',
};

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

function show(status) {
  dot.dataset.status = status.state;
  const reason = reasons[status.reason] ?? '';
  words.textContent =
    status.state === 'offline'
      ? `${sentences.offline} ${reason}${nextOpeningSentence(status.nextOpening)}`
      : sentences[status.state];
}

async function ask() {
  try {
    const answer = await fetch(`${api}/api/status`, { credentials: 'omit' });
    show(await answer.json());
  } catch {
    show({ state: 'offline', reason: 'fault', nextOpening: null });
  }
}

await ask();
setInterval(ask, 5_000);
