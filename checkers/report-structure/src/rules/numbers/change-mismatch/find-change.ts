import type { Figure } from '../../../numbers/find-figures.ts';

/** A change that a sentence states, and what is wrong with it. */
export interface Change {
  readonly kind: '%' | 'pp' | 'times';
  readonly from: Figure;
  readonly to: Figure;
  /** As it is written. */
  readonly found: string;
  /** As it follows from the two figures. */
  readonly expected: number;
  readonly step: number;
  /** Absent where it is right. */
  readonly gap?: 'change' | 'direction' | 'multiple';
  /** Where it stands in the sentence. */
  readonly at: number;
  readonly length: number;
}

const ABOUT = '(?:(?:about|around|roughly|approximately|nearly|almost|only|just|over|etwa|rund|ca\\.|fast|knapp|约|近)\\s?)?(?:a |an )?';
const FROM = new RegExp(`(?:(?<!\\p{L})(?:from|von)\\s+(?:a (?:low|high|total|base) of )?${ABOUT}|[从由自]\\s*(?:\\uFFFC+的?)?)$`, 'iu');
const TO = new RegExp(
  `(?:(?<!\\p{L})(?:to|auf)\\s+(?:a (?:record|new|high|low|total)(?: \\w+)? of )?${ABOUT}|[到至]\\s*(?:\\uFFFC+的?)?(?:了)?)$`,
  'iu',
);
const CHANGE_BEFORE = new RegExp(
  `(?:(?<!\\p{L})(?:by|up|down|um|plus|minus|(?:increase|rise|growth|decline|drop|fall|reduction|decrease|gain|jump|surge|improvement|change|cut) of|(?:anstieg|rückgang|zunahme|abnahme|wachstum|plus|minus|zuwachs) von|that is|i\\.e\\.|or|d\\.\\s?h\\.|das sind|an?)\\s+|[(（,，]\\s*|(?:增长|上升|提高|增加|下降|减少|降低)(?:了)?\\s*)${ABOUT}[+−-]?\\s*$`,
  'iu',
);
/** What is per year, part of something or another comparison is no change from the one figure to the other. */
const OTHER =
  /per (?:year|annum|month)|annual|a year|yearly|CAGR|compound|each year|pro Jahr|jährlich|p\.\s?a\.|of which|accounting for|davon|confidence|\bCI\b|margin|average|interest|compared|versus|\bvs\b|年均|占/iu;
const UP =
  /(?<!\p{L})(?:rose|risen|rises|rising|increas\w+|grew|grown|grows|climb\w+|jump\w+|surg\w+|stieg\w*|gestiegen|wuchs\w*|gewachsen|erhöht\w*)(?!\p{L})|增长|上升|提高|增加/iu;
const DOWN =
  /(?<!\p{L})(?:fell|fallen|falls|falling|decreas\w+|declin\w+|drop\w*|shrank|shrunk|sank\w*|gesunken|gefallen|fiel\w*|verringert\w*)(?!\p{L})|下降|减少|降低/iu;
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:doubl(?:ed|es|ing)|verdoppelt\w*)(?!\p{L})|翻了?一番/iu, 2],
  [/(?<!\p{L})(?:tripl(?:ed|es|ing)|verdreifacht\w*)(?!\p{L})/iu, 3],
  [/(?<!\p{L})(?:quadrupl(?:ed|es|ing)|vervierfacht\w*)(?!\p{L})/iu, 4],
  [/(?<!\p{L})(?:halv(?:ed|es|ing)|halbiert\w*)(?!\p{L})/iu, 0.5],
];
/** A factor that is stated as a word is right within this share. */
const TIMES_TOLERANCE = 0.15;

/** The one change that a sentence states from a figure to another; `undefined` where there is none, or several. */
export function findChange(sentence: string, figures: readonly Figure[]): Change | undefined {
  const froms = figures.filter(({ start }) => FROM.test(sentence.slice(Math.max(0, start - 40), start)));
  const tos = figures.filter(({ start }) => TO.test(sentence.slice(Math.max(0, start - 40), start)));
  const [from, to] = [froms[0], tos[0]];
  if (!from || !to || froms.length > 1 || tos.length > 1 || from === to || from.value === 0) return undefined;
  if (!isComparable(from, to) || Math.abs(figures.indexOf(from) - figures.indexOf(to)) > 2) return undefined;
  const rest = figures.filter((figure) => figure !== from && figure !== to);
  const stated = rest.filter(({ unit }) => unit === '%' || unit === 'pp');
  const [change] = stated;
  if (stated.length > 1 || (change && OTHER.test(sentence))) return undefined;
  if (change && CHANGE_BEFORE.test(sentence.slice(Math.max(0, change.start - 40), change.start)))
    return statedChange(sentence, from, to, change);
  return rest.length === 0 ? wordedChange(sentence, from, to) : undefined;
}

function isComparable(from: Figure, to: Figure): boolean {
  const units = new Set([from.unit, to.unit].filter((unit) => unit !== ''));
  return units.size <= 1 && !units.has('pp') && (from.unit !== '%' || to.unit === '%');
}

function statedChange(sentence: string, from: Figure, to: Figure, change: Figure): Change | undefined {
  const lent = lendScale(from, to);
  const isPoints = change.unit === 'pp';
  // A change of percentages in per cent may mean points: it is right where either fits.
  const kinds = isPoints ? (['pp'] as const) : to.unit === '%' ? (['%', 'pp'] as const) : (['%'] as const);
  if (isPoints && to.unit !== '%') return undefined;
  const [kind] = kinds;
  const isRight = kinds.some((one) => isWithin(one, lent, to, change));
  const expected = computed(kind, lent.value, to.value);
  if (isRight)
    return directed(sentence, lent, to, {
      kind,
      from,
      to,
      found: change.text,
      expected,
      step: change.step,
      at: change.start,
      length: change.end - change.start,
    });
  return {
    kind,
    from,
    to,
    found: change.text,
    expected,
    step: change.step,
    gap: 'change',
    at: change.start,
    length: change.end - change.start,
  };
}

/** `from 4.2 to 5.1 million`: the first takes the scale of the second. */
function lendScale(from: Figure, to: Figure): Figure {
  return from.scale === 1 && to.scale > 1 && from.value < 1000 && (to.value / from.value > 1000 || from.unit === '')
    ? { ...from, value: from.value * to.scale, step: from.step * to.scale }
    : from;
}

function computed(kind: '%' | 'pp', from: number, to: number): number {
  return kind === 'pp' ? to - from : ((to - from) / Math.abs(from)) * 100;
}

/** Whether the change may be what it is said to be, when all three are rounded. */
function isWithin(kind: '%' | 'pp', from: Figure, to: Figure, change: Figure): boolean {
  const ends = [-0.5, 0.5].flatMap((a) =>
    [-0.5, 0.5].map((b) => Math.abs(computed(kind, from.value + a * from.step, to.value + b * to.step))),
  );
  const said = Math.abs(change.value);
  const roughness = change.isRough || from.isRough || to.isRough ? Math.max(said * 0.1, change.step) : 0;
  const slack = change.step * 0.51 + roughness;
  return said >= Math.min(...ends) - slack && said <= Math.max(...ends) + slack;
}

function wordedChange(sentence: string, from: Figure, to: Figure): Change | undefined {
  const lent = lendScale(from, to);
  const factor = to.value / lent.value;
  for (const [pattern, times] of TIMES) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const before = sentence.slice(Math.max(0, match.index - 24), match.index);
    const isLoose = /(?:more than|almost|nearly|over|about|roughly|mehr als|fast|beinahe|nahezu|rund)\s+$/i.test(before);
    const isOff = Math.abs(factor / times - 1) > TIMES_TOLERANCE * (isLoose ? 3 : 1);
    return {
      kind: 'times',
      from,
      to,
      found: match[0],
      expected: factor,
      step: 0.1,
      ...(isOff && { gap: 'multiple' as const }),
      at: match.index,
      length: match[0].length,
    };
  }
  const word = UP.exec(sentence) ?? DOWN.exec(sentence);
  if (!word) return undefined;
  return directed(sentence, lent, to, {
    kind: '%',
    from,
    to,
    found: word[0],
    expected: computed('%', lent.value, to.value),
    step: 0.1,
    at: word.index,
    length: word[0].length,
  });
}

/** A change that is right as an amount and goes the other way than the only verb says. */
function directed(sentence: string, from: Figure, to: Figure, change: Change): Change {
  const [up, down] = [UP.exec(sentence), DOWN.exec(sentence)];
  const word = up ?? down;
  if (!word || (up && down) || from.value === to.value || /not|nicht|没|rank|place|position|Platz/i.test(sentence)) return change;
  if (to.value > from.value === (up !== null)) return change;
  return { ...change, found: word[0], expected: to.value - from.value, gap: 'direction', at: word.index, length: word[0].length };
}
