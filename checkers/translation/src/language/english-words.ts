export type EnglishRegion = 'US' | 'GB';

/** Stems that Britain and the United States spell differently: British first. Words that both have with another meaning are left out. */
const STEMS: readonly (readonly [string, string])[] = [
  ['behaviour', 'behavior'],
  ['colour', 'color'],
  ['favour', 'favor'],
  ['flavour', 'flavor'],
  ['honour', 'honor'],
  ['humour', 'humor'],
  ['labour', 'labor'],
  ['neighbour', 'neighbor'],
  ['rumour', 'rumor'],
  ['harbour', 'harbor'],
  ['centre', 'center'],
  ['fibre', 'fiber'],
  ['litre', 'liter'],
  ['theatre', 'theater'],
  ['kilometre', 'kilometer'],
  ['centimetre', 'centimeter'],
  ['millimetre', 'millimeter'],
  ['catalogue', 'catalog'],
  ['cancelled', 'canceled'],
  ['cancelling', 'canceling'],
  ['labelled', 'labeled'],
  ['labelling', 'labeling'],
  ['modelled', 'modeled'],
  ['modelling', 'modeling'],
  ['travelled', 'traveled'],
  ['travelling', 'traveling'],
  ['traveller', 'traveler'],
  ['signalled', 'signaled'],
  ['enrolment', 'enrollment'],
  ['fulfilment', 'fulfillment'],
  ['instalment', 'installment'],
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['licence', 'license'],
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['aluminium', 'aluminum'],
  ['analyse', 'analyze'],
  ['paralyse', 'paralyze'],
  ['sceptical', 'skeptical'],
  ['manoeuvre', 'maneuver'],
  ['paediatric', 'pediatric'],
  ['cheque', 'check'],
  ['jewellery', 'jewelry'],
];
/** Words that the other region has too, as another word: British license is a verb, and everybody checks tires. */
const ONE_WAY = new Set(['license', 'check', 'tire', 'catalog']);

const WORD = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.@/#-])(${STEMS.flat().join('|')})(s|ed|ing|r|rs|ful|able|ite|ites|d)?(?![\p{L}\p{N}_@/(]|\.\p{L})`,
  'gu',
);

export interface EnglishWord {
  readonly found: string;
  readonly offset: number;
  /** As the other region spells it. */
  readonly other: string;
}

/** Words in small letters that are spelled as in the other region; names keep their spelling. */
export function otherEnglishWords(text: string, region: EnglishRegion): EnglishWord[] {
  return Array.from(text.matchAll(WORD)).flatMap(({ 0: found, 1: stem = '', 2: end = '', index }) => {
    const pair = STEMS.find((one) => one.includes(stem));
    const own = pair?.[region === 'GB' ? 0 : 1];
    return own === undefined || own === stem || ONE_WAY.has(stem) ? [] : [{ found, offset: index, other: own + end }];
  });
}
