/**
 * `5 s`, `3 min 20 s`, `2 h 5 min`, `3 days`: as exact as somebody who waits wants it.
 *
 * @param seconds rounded up
 */
export function formatDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return join(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.ceil(whole / 60);
  if (minutes < 48 * 60) return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  return `${Math.ceil(whole / 86_400)} days`;
}

function join(many: number, large: string, few: number, small: string): string {
  return few === 0 ? `${many} ${large}` : `${many} ${large} ${few} ${small}`;
}
