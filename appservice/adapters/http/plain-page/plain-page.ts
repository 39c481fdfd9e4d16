import type { PublicStatus } from '../../../contract/status.ts';
import type { WidgetSettings } from '../../../contract/widget-settings.ts';
import { utcMidnight, weekdayOf } from '../../../domain/calendar-day.ts';
import {
  plannedDays,
  type CalendarDay,
  type DaySpan,
  type OpeningHours,
} from '../../../domain/opening-hours.ts';
import { dayMs, type Instant } from '../../../domain/time.ts';
import { wallClockAt } from '../../../domain/wall-clock.ts';
import { html, type Markup } from './markup.ts';
import { pageLanguages, type PageLanguage } from './page-language.ts';
import type { NamedDay, PageWords } from './page-words.ts';
import { pageWordsOf } from './page-words-of.ts';

/** What the page without a script shows. */
export type PlainPage = {
  readonly language: PageLanguage;
  readonly status: PublicStatus;
  readonly openingHours: OpeningHours;
  readonly settings: WidgetSettings;
  readonly now: Instant;
};

/** How many days of opening hours are shown, today with them. */
const shownDays = 7;

/**
 * What stands in the frame where no script runs, or until it does: the way out first, the emergency numbers, how the chat is
 * now and why, telephone and mail, and when it is open (R10, R12, R13, R17, R30, S1). It wears the frame's own classes.
 */
export function plainPage(page: PlainPage): Markup {
  const { language, settings } = page;
  const words = pageWordsOf(language);
  return html`<div class="plain" lang="${language}">
    ${header(page, words)}
    <main class="plain__main page">
      <h1>${words.heading}</h1>
      ${standing(page, words)} ${doors(words, settings)} ${hours(page, words)}
      <p>${words.noEmergency}</p>
      <p><a href="${settings.privacyUrl}" target="_blank" rel="noopener">${words.privacy}</a></p>
    </main>
  </div>`;
}

function header({ language, settings }: PlainPage, words: PageWords): Markup {
  const { exitUrl, isDemo } = settings;
  return html`<header class="frame-header">
    <div class="frame-header__urgent">
      <a class="exit-this-page" href="${exitUrl}" target="_top" rel="nofollow noreferrer">${words.exit}</a>
      <p class="emergency-strip">
        <strong>${words.danger}</strong>
        <a href="tel:101"
          ><span class="emergency-strip__number">101</span>
          <span class="emergency-strip__whom">${words.police}</span></a
        >
        <a href="tel:112"
          ><span class="emergency-strip__number">112</span>
          <span class="emergency-strip__whom">${words.medical}</span></a
        >
      </p>
    </div>
    <div class="frame-header__rest">
      <p class="frame-header__tools plain__languages">${otherLanguages(language)}</p>
      ${isDemo ? html`<p class="frame-header__demo">${words.demo}</p>` : ''}
    </div>
  </header>`;
}

function standing({ language, status, now }: PlainPage, words: PageWords): Markup {
  const name = status.state === 'offline' ? (status.reason ?? 'fault') : status.state;
  const { nextOpening } = status;
  const { day: today, minute } = wallClockAt(now);
  const opening = nextOpening === null ? undefined : wallClockAt(Date.parse(nextOpening));
  const more = [
    words.standingMore[name],
    opening && words.opens(namedDay(opening.day, today), opening.minute),
    words.needsScript,
  ];
  return html`<div class="plain__standing">
      <p class="plain__state">${words.standing[name]}</p>
      ${more.flatMap((sentence) => (sentence === undefined ? [] : [html`<p>${sentence}</p>`]))}
    </div>
    <p>${words.seenAt(minute)} <a href="?language=${language}">${words.lookAgain}</a></p>`;
}

function doors(words: PageWords, { phone, mailAddress }: WidgetSettings): Markup {
  return html`<h2>${words.doors}</h2>
    <ul class="other-doors">
      <li>
        <div>
          <a href="tel:${phone}">${words.phone(phone)}</a>
          <p>${words.phoneMore}</p>
        </div>
      </li>
      <li>
        <div>
          <a href="mailto:${mailAddress}">${words.mail(mailAddress)}</a>
          <p>${words.mailMore}</p>
        </div>
      </li>
    </ul>`;
}

/** The days to come as they are planned, with their holidays and exceptions, so that no line says what does not hold. */
function hours({ openingHours, now }: PlainPage, words: PageWords): Markup {
  const { day: today } = wallClockAt(now);
  const rows = plannedDays(openingHours, today, shownDays).map(
    ({ day, spans }) =>
      html`<tr>
        <th scope="row">${words.day(namedDay(day, today))}</th>
        <td>${spansInWords(spans, words)}</td>
      </tr>`,
  );
  return html`<h2 id="hours">${words.hours}</h2>
    <table class="plain__hours" aria-labelledby="hours">
      ${rows}
    </table>`;
}

function spansInWords(spans: readonly DaySpan[], words: PageWords): string {
  if (spans.length === 0) return words.closedDay;
  return spans
    .map(({ startMinute, endMinute }) =>
      startMinute === 0 && endMinute === 1_440 ? words.allDay : words.span(startMinute, endMinute),
    )
    .join(', ');
}

function otherLanguages(language: PageLanguage): readonly Markup[] {
  return pageLanguages
    .filter((each) => each !== language)
    .map(
      (each) =>
        html`<a href="?language=${each}" lang="${each}" hreflang="${each}">${pageWordsOf(each).ownName}</a>`,
    );
}

function namedDay(day: CalendarDay, today: CalendarDay): NamedDay {
  const [, month, dayOfMonth] = day.split('-').map(Number);
  return {
    weekday: weekdayOf(day),
    dayOfMonth: dayOfMonth ?? 1,
    month: month ?? 1,
    daysAhead: (utcMidnight(day) - utcMidnight(today)) / dayMs,
  };
}
