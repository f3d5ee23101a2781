import { MOST_COMPARED } from './most-compared.ts';

/** Abbreviations of one zone in several languages, with a place in it whose name Intl writes out. */
const ZONES: readonly { readonly names: readonly string[]; readonly place: string }[] = [
  { names: ['UTC', 'GMT', 'TUC', 'WEZ'], place: 'UTC' },
  { names: ['EST', 'EDT', 'ET', 'HNE', 'HAE'], place: 'America/New_York' },
  { names: ['CST', 'CDT', 'CT', 'HNC', 'HAC'], place: 'America/Chicago' },
  { names: ['MST', 'MDT', 'MT', 'HNR', 'HAR'], place: 'America/Denver' },
  { names: ['PST', 'PDT', 'PT', 'HNP', 'HAP'], place: 'America/Los_Angeles' },
  { names: ['CET', 'MEZ', 'HNEC', 'SEČ', 'HEC', 'KET'], place: 'Europe/Berlin' },
  { names: ['CEST', 'MESZ', 'HAEC', 'SELČ'], place: 'Europe/Berlin' },
  { names: ['EET', 'OEZ', 'EEST', 'OESZ'], place: 'Europe/Helsinki' },
  { names: ['BST'], place: 'Europe/London' },
  { names: ['MSK', 'МСК'], place: 'Europe/Moscow' },
  { names: ['JST'], place: 'Asia/Tokyo' },
  { names: ['KST'], place: 'Asia/Seoul' },
  { names: ['IST'], place: 'Asia/Kolkata' },
  { names: ['HKT'], place: 'Asia/Hong_Kong' },
  { names: ['SGT'], place: 'Asia/Singapore' },
  { names: ['AEST', 'AEDT'], place: 'Australia/Sydney' },
];

const NAMES = ZONES.flatMap(({ names }) => names)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
/** Directly behind a time: 15:00 CET, 3 pm (ET), 9:00 UTC+2. */
const BEHIND = new RegExp(
  String.raw`(?:\d|[ap]\.?\s?m\.?|Uhr|h)\s{0,2}\(?((?:${NAMES})(?:\s?[+−–-]\s?\d{1,2}(?::?[0-5]\d)?)?)(?![\p{L}\p{N}])`,
  'gu',
);

export interface ZoneGap {
  readonly expected: string;
  /** The zone that the translation has in its place; absent where it has none. */
  readonly found?: string;
}

/** The first zone of the source that the translation does not name, neither in short nor in the words of its language (BCP 47). */
export function compareZones(source: string, target: string, language: string | undefined): ZoneGap | undefined {
  const namesIn = (text: string): string[] => [...new Set(Array.from(text.matchAll(BEHIND), ({ 1: name = '' }) => name))];
  const wanted = namesIn(source);
  const others = wanted.length === 0 ? [] : namesIn(target).slice(0, MOST_COMPARED);
  for (const expected of wanted.slice(0, MOST_COMPARED)) {
    const zone = zoneOf(expected);
    if (others.some((name) => isSameZone(zone, zoneOf(name))) || isNamed(zone, target, language)) continue;
    const found = others.find((name) => !isSameZone(zone, zoneOf(name)));
    return { expected, ...(found !== undefined && { found }) };
  }
  return undefined;
}

interface Zone {
  readonly known: (typeof ZONES)[number] | undefined;
  /** Minutes that stand behind the name: UTC+2. */
  readonly shift: number;
}

function zoneOf(written: string): Zone {
  const [, name = '', sign = '', hours = '0', minutes = '0'] = /^(\p{L}+)\s?([+−–-]?)\s?(\d{1,2})?:?(\d{2})?$/u.exec(written) ?? [];
  const shift = Number(hours) * 60 + Number(minutes);
  return { known: ZONES.find(({ names }) => names.includes(name)), shift: /[−–-]/.test(sign) ? -shift : shift };
}

function isSameZone(a: Zone, b: Zone): boolean {
  return a.known === b.known && a.shift === b.shift;
}

/** The short name somewhere, or a word of the name that Intl has in the language: Ostküsten-Normalzeit, hora del Pacífico. */
function isNamed({ known }: Zone, target: string, language: string | undefined): boolean {
  if (!known) return true;
  if (known.names.some((name) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(target))) return true;
  const lower = target.toLowerCase();
  return zoneWords(known.place, language).some((word) => lower.includes(word));
}

function zoneWords(place: string, language: string | undefined): string[] {
  try {
    const names = (['long', 'longGeneric', 'short'] as const).flatMap((timeZoneName) =>
      [0, 6].map(
        (month) =>
          new Intl.DateTimeFormat(language?.replaceAll('_', '-'), { timeZone: place, timeZoneName })
            .formatToParts(Date.UTC(2024, month, 1))
            .find(({ type }) => type === 'timeZoneName')?.value ?? '',
      ),
    );
    // Stems; words of scripts without spaces by their beginning.
    return [
      ...new Set(
        names
          .join(' ')
          .toLowerCase()
          .match(/[\p{L}\p{M}]{3,}/gu) ?? [],
      ),
    ].map((word) => word.slice(0, Math.max(3, word.length - 2)));
  } catch {
    return [];
  }
}
