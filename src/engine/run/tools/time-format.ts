/** Dates in UTC as `date` and `ls` write them, from virtual milliseconds. */
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const pad = (n: number, width = 2, fill = '0') => String(n).padStart(width, fill);

/** strftime in UTC. */
export function formatTime(format: string, time: number): string {
  const date = new Date(Math.floor(time));
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const [hours, minutes, seconds, weekday] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds(), date.getUTCDay()];
  const yearDay = Math.floor((Date.UTC(year, month, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  const one = (letter: string): string => {
    switch (letter) {
      case 'Y': return String(year);
      case 'C': return pad(Math.floor(year / 100));
      case 'y': return pad(year % 100);
      case 'm': return pad(month + 1);
      case 'd': return pad(day);
      case 'e': return pad(day, 2, ' ');
      case 'H': return pad(hours);
      case 'I': return pad(hours % 12 || 12);
      case 'k': return pad(hours, 2, ' ');
      case 'M': return pad(minutes);
      case 'S': return pad(seconds);
      case 'N': return pad((Math.floor(time) % 1000) * 1_000_000, 9);
      case 's': return String(Math.floor(time / 1000));
      case 'j': return pad(yearDay, 3);
      case 'a': return DAYS[weekday]!.slice(0, 3);
      case 'A': return DAYS[weekday]!;
      case 'b':
      case 'h': return MONTHS[month]!.slice(0, 3);
      case 'B': return MONTHS[month]!;
      case 'p': return hours < 12 ? 'AM' : 'PM';
      case 'u': return String(weekday || 7);
      case 'w': return String(weekday);
      case 'V': return pad(isoWeek(date).week);
      case 'G': return String(isoWeek(date).year);
      case 'g': return pad(isoWeek(date).year % 100);
      case 'z': return '+0000';
      case 'Z': return 'UTC';
      case 'F': return `${year}-${pad(month + 1)}-${pad(day)}`;
      case 'T': return `${pad(hours)}:${pad(minutes)}:${pad(seconds)}`;
      case 'R': return `${pad(hours)}:${pad(minutes)}`;
      case 'D': return `${pad(month + 1)}/${pad(day)}/${pad(year % 100)}`;
      case 'c': return formatTime('%a %b %e %H:%M:%S %Y', time);
      case 'x': return formatTime('%m/%d/%y', time);
      case 'X': return formatTime('%H:%M:%S', time);
      case 'n': return '\n';
      case 't': return '\t';
      case '%': return '%';
      default: return `%${letter}`;
    }
  };
  return format.replace(/%[-_0^#]?(:?[A-Za-z%])/g, (whole, letter: string) => {
    if (letter === ':z') return '+00:00';
    const text = one(letter);
    if (whole[1] === '-') return text.replace(/^[0 ]+(?=.)/, '');
    return text;
  });
}

/** ISO 8601's week, which has Thursday's year: weeks begin on Monday, and the first is the one with 4 January in it. */
function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const weekday = date.getUTCDay() || 7;
  const thursday = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 4 - weekday);
  const year = new Date(thursday).getUTCFullYear();
  return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1 };
}

/** Reads the dates that `date -d` and `touch -d` are usually given: `@seconds`, ISO 8601, `now`; undefined for others. */
export function readTime(text: string, now: number): number | undefined {
  if (text === 'now' || text === '') return now;
  if (text === 'today') return now;
  if (text === 'yesterday') return now - 86_400_000;
  const seconds = /^@(-?\d+(?:\.\d+)?)$/.exec(text);
  if (seconds) return Number(seconds[1]) * 1000;
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?)?\s*(Z|UTC|[-+]\d\d:?\d\d)?$/i.exec(text);
  if (!iso) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = iso;
  const offset = zone && /^[-+]/.test(zone) ? (zone[0] === '-' ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) : 0;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) - offset * 60_000;
}
