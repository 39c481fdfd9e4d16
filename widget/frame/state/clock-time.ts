/** The hour and minute that the caller's own clock showed, such as `17:05`, for beside a message. */
export function clockTime(atMs: number): string {
  const moment = new Date(atMs);
  return [moment.getHours(), moment.getMinutes()].map((each) => String(each).padStart(2, '0')).join(':');
}
