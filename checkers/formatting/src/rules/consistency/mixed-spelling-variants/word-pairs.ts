/** A word as it is spelt in Britain and in America. */
export interface SpellingPair {
  readonly british: string;
  readonly american: string;
}

/** `British:American` stems with the endings that they take; an empty ending is `_`. */
const STEMS: readonly (readonly [stems: string, endings: string])[] = [
  [
    'colour:color favour:favor honour:honor labour:labor neighbour:neighbor behaviour:behavior flavour:flavor harbour:harbor humour:humor rumour:rumor vapour:vapor odour:odor endeavour:endeavor vigour:vigor savour:savor parlour:parlor tumour:tumor armour:armor candour:candor fervour:fervor splendour:splendor valour:valor rigour:rigor',
    '_ s ed ing ful less able hood hoods al',
  ],
  ['favourit:favorit', 'e es'],
  ['analys:analyz paralys:paralyz catalys:catalyz', 'e ed ing er ers'],
  [
    'organis:organiz realis:realiz recognis:recogniz prioritis:prioritiz optimis:optimiz minimis:minimiz maximis:maximiz summaris:summariz emphasis:emphasiz standardis:standardiz categoris:categoriz characteris:characteriz customis:customiz finalis:finaliz generalis:generaliz initialis:initializ localis:localiz modernis:moderniz normalis:normaliz specialis:specializ stabilis:stabiliz utilis:utiliz visualis:visualiz authoris:authoriz apologis:apologiz capitalis:capitaliz centralis:centraliz commercialis:commercializ criticis:criticiz digitis:digitiz formalis:formaliz globalis:globaliz harmonis:harmoniz industrialis:industrializ itemis:itemiz legalis:legaliz mobilis:mobiliz monetis:monetiz neutralis:neutraliz penalis:penaliz personalis:personaliz privatis:privatiz rationalis:rationaliz subsidis:subsidiz synchronis:synchroniz urbanis:urbaniz',
    'e es ed ing ation ations er ers',
  ],
  [
    'travel:travel cancel:cancel model:model label:label signal:signal level:level fuel:fuel total:total channel:channel tunnel:tunnel',
    'LED',
  ],
  ['defenc:defens offenc:offens pretenc:pretens', 'e es'],
  ['licenc:licens', 'e es'],
  ['catalogu:catalog analogu:analog', 'E'],
  ['centr:cent theatr:theat fibr:fib calibr:calib manoeuvr:maneuv litr:lit kilometr:kilomet millimetr:millimet centimetr:centimet', 'RE'],
  ['grey:gray', '_ s er ish'],
  ['programme:program', '_ s'],
  ['cheque:check', 's'],
  ['tyre:tire', 's'],
  ['aluminium:aluminum', '_'],
  ['mould:mold', '_ s ed ing'],
  ['plough:plow', '_ s ed ing'],
  ['sceptic:skeptic', '_ s al ism'],
  ['enrol:enroll fulfil:fulfill instil:instill distil:distill', '_ s ment'],
  ['skilful:skillful wilful:willful', '_ ly'],
  ['jewellery:jewelry', '_'],
  [
    'paediatric:pediatric anaemi:anemi haemorrhag:hemorrhag gynaecolog:gynecolog orthopaedic:orthopedic oestrogen:estrogen leukaemi:leukemi diarrhoe:diarrhe foet:fet',
    'MED',
  ],
  ['ageing:aging', '_'],
  ['judgement:judgment acknowledgement:acknowledgment', '_ s'],
  ['pyjama:pajama', 's'],
  ['cosy:cozy', '_'],
  ['storey:story', '_'],
  ['kerb:curb', '_ s'],
  ['draught:draft', 's y'],
  ['maths:math', '_'],
  ['whilst:while amongst:among', '_'],
];

/** Endings that the two spell in different ways, as `British:American`. */
const OWN_ENDINGS: Readonly<Record<string, string>> = {
  LED: 'led:ed ling:ing ler:er lers:ers',
  RE: 'e:er es:ers',
  E: 'e:_ es:s',
  MED: '_:_ s:s a:a y:y al:al us:us ist:ist ists:ists ics:ics e:e ing:ing',
};

/** Words that mean something else, too, where they are spelt so: they tell nothing of the country. */
const AMBIGUOUS = new Set([
  'program',
  'programs',
  'checks',
  'tires',
  'story',
  'while',
  'among',
  'curb',
  'curbs',
  'drafts',
  'cents',
  'license',
  'licenses',
  'analog',
  'analogs',
  'catalog',
  'catalogs',
  'judgment',
  'judgments',
  'math',
  'fet',
  'fets',
  'fetus',
  'emphasis',
  'analyses',
  'paralyses',
  'catalyses',
]);

/** Each spelling in lower case with its pair, of some 150 words with their forms. */
export const SPELLINGS: ReadonlyMap<string, SpellingPair & { readonly is: keyof SpellingPair }> = new Map(
  STEMS.flatMap(([stems, endings]) => stems.split(' ').flatMap((stem) => formsOf(stem, endings))).flatMap((pair) =>
    (['british', 'american'] as const)
      .filter((is) => pair.british !== pair.american && !AMBIGUOUS.has(pair[is]))
      .map((is) => [pair[is], { ...pair, is }] as const),
  ),
);

function formsOf(stem: string, endings: string): SpellingPair[] {
  const [british = '', american = ''] = stem.split(':');
  return (OWN_ENDINGS[endings] ?? endings).split(' ').map((ending) => {
    const [own = '', other = own] = ending.replaceAll('_', '').split(':');
    return { british: british + own, american: american + other };
  });
}
