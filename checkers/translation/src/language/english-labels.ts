/**
 * English words of labels that other languages translate: they are borrowed by none, and none writes a word of its own so, but for those
 * below. Words that many languages keep (OK, menu, status, online, login, email) are not among them. Of a million labels in 3,700 catalogs of
 * Linux programs, some 300 were kept so, and most of those had been forgotten.
 */
const WORDS = new Set(
  (
    'about accept add added address advanced after again allow allowed almost already always answer answering anyone appearance ' +
    'appears apply approve approved ascending author available back because before belongs below between blocked blue bold bottom ' +
    'bought bring browse but buy cancel canceled cancelled change changed changes checked choose choosing clear close closed closing ' +
    'collapse collapsed coming comments completed confirm connect connected connecting contains continue convert copied copy copying ' +
    'country create created creating current customer customers cut daily days deactivate deactivated decade decrease delete deleted ' +
    'deleting deny descending deselect disable disabled discard disconnect disconnected dislike dismiss done downloading drag ' +
    'duplicate duration each edit edited editing empties empty enable enabled ends enter entries entry equals errors events every ' +
    'everyone everything everywhere expand expanded expired extend failed favourites features february fetch fetching few field file ' +
    'files find finish finished first folder folders follow following forbidden forget forgot forward friday from generating get ' +
    'gives goes going gone greater green guests happens height hello help hidden hide high history hour hours how ignore ignored ' +
    'improve inactive includes including incoming incorrect increase install installed installing instead invite invited issued its ' +
    'january join july june keep keeping keywords know language languages larger largest last later latest learn leave leaving length ' +
    'less library limited listen loading lock locked logged longer looking lost low lower made make makes manage many march matching ' +
    'maximize members midnight minimize missing modified monday month monthly more move moved much must mute muted navigate need ' +
    'network never new newer newest next nobody none not nothing now nowhere october offers old older oldest only opened opening ' +
    'opens otherwise our ours out outgoing overdue overview owed owing owned owner paid password paused pay payment payments pending ' +
    'people permissions phone pick placed play playing please postpone preferences preparing press prevent previous price prices ' +
    'publish published publishing purchase quantity quick quickly quit reached read ready really reason receive received recent ' +
    'recently red redo refresh refuse refused register reject rejected released reload remaining remember remove removed removing ' +
    'rename renew renewed reopen repeat replace replied replies reply report reported reports required resend resize restart restore ' +
    'result results resume retry reviewed revoke rotate rotated running saturday save saved saves saving schedule scheduled search ' +
    'searched searching see seems seen select selected sells sender sending sends sent settings share shared sharing shipped shipping ' +
    'shorter shortest should show showing shown shut sign signed size skip slow small somebody someone something sometimes somewhere ' +
    'soon sooner sorry spent started starting starts stay stopped stopping strong subject submit submitted subscribe successfully ' +
    'summary sunday sure suspended take taken takes tell terms thank thanks that the their themselves there these they things think ' +
    'thinking this those thursday today together tomorrow too tools translate trash try trying tuesday turned unable unavailable ' +
    'unchecked under underline undo unfollow uninstall unknown unless unlisted unlock unpaid unpublish unread unsaved unsubscribe ' +
    'unsuccessful until untitled untrusted upcoming update updated updating upgrade uploading upper use used user username users ' +
    'using usually value values verified verify view viewed views visit waited waiting want wants warning warnings was watching ' +
    'wednesday week weekday weekdays weekly weeks welcome were what when where which while white who whole whose why width will with ' +
    'within without words worked working works worldwide worse worst would write wrong wrote year yearly years yellow yes yesterday ' +
    'you your yours'
  ).split(' '),
);

/** Words of the list that a language has as its own, or has borrowed (ISO 639-1). */
const OWN: Readonly<Record<string, string>> = {
  af: 'help week',
  da: 'find under',
  fy: 'week',
  id: 'edit file folder username',
  it: 'file password username',
  ms: 'edit file folder',
  nb: 'under',
  nds: 'help week',
  nl: 'help week',
  nn: 'under',
  no: 'under',
  sv: 'under',
};

/** What stands beside such words in a label, where capitals do not tell names: Edit Dashboard, Next Page. */
const BESIDE = new Set(
  (
    'a all an and any as at by for i if in is it let me my no of on or to up we ' +
    'account category chat code collection column columns comment comments custom dashboard data date day document documents email ' +
    'event filter form group image images item items link links list menu message messages note notes ' +
    'notification notifications number option options order page pages password post posts profile project record report row rows rule ' +
    'section start stop tab tabs table tag tags team text time title upload version widget'
  ).split(' '),
);
/** English, and languages that have most of its words. */
const ENGLISH_LIKE = new Set(['en', 'sco', 'jam', 'pcm', 'bi', 'tpi', 'srn', 'gv']);
const MOST_WORDS = 3;

/**
 * True for labels of up to three English words that a translation into another language cannot keep: all of them are translated everywhere, or
 * the first one is, and the others are no names.
 */
export function isEnglishLabel(text: string, language: string): boolean {
  // Small letters, capitals alone and signs within are those of commands and what they take: delete, FILE, Usage: sort.
  if (ENGLISH_LIKE.has(language) || !/^\p{Lu}(?!\p{Lu})[\p{L}'’\s]*[.:…!?]{0,3}$/u.test(text)) return false;
  const words = text.match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? [];
  if (words.length > MOST_WORDS) return false;
  const own = new Set(OWN[language]?.split(' '));
  const isTold = (word: string): boolean => WORDS.has(word.toLowerCase()) && !own.has(word.toLowerCase());
  const told = words.filter(isTold).length;
  if (told === 0) return false;
  if (words.every((word) => isTold(word) || BESIDE.has(word.toLowerCase()))) return true;
  const [first = '', ...others] = words;
  return isTold(first) && others.every((word) => /^\p{Ll}/u.test(word));
}
