/** Names of the months by language, long, short and as in a date; from CLDR through Intl. */
const names = new Map<string, readonly (readonly string[])[]>();

/** The months that a text names, 1 to 12. Short names count where they have three letters and more. */
export function monthsIn(text: string, language: string): ReadonlySet<number> {
  const lower = text.toLocaleLowerCase();
  return new Set(monthNames(language).flatMap((forms, index) => (forms.some((name) => lower.includes(name)) ? [index + 1] : [])));
}

function monthNames(language: string): readonly (readonly string[])[] {
  if (language === '') return [];
  const known = names.get(language);
  if (known) return known;
  const all = Array.from({ length: 12 }, (_, month) => {
    const date = new Date(Date.UTC(2024, month, 15));
    const forms = (['long', 'short'] as const).flatMap((style) => [
      partOf(language, { month: style }, date),
      partOf(language, { month: style, day: 'numeric' }, date),
    ]);
    // Levantine Arabic has names of its own beside those of CLDR.
    const extra = language.startsWith('ar') ? [LEVANTINE[month] ?? ''] : [];
    return [...new Set([...forms, ...extra].map((name) => name.toLocaleLowerCase().replace(/\.$/, '')))].filter(
      (name) => name.length >= 3 && !/\d/.test(name),
    );
  });
  names.set(language, all);
  return all;
}

const LEVANTINE = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
];

function partOf(language: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  const parts = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' }).formatToParts(date);
  return parts.find(({ type }) => type === 'month')?.value ?? '';
}
