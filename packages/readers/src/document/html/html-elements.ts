/** Elements that begin and end a block of text (HTML, 15.3). */
export const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Elements whose content is no text of the page, or not shown. */
export const UNSHOWN: ReadonlySet<string> = new Set(
  'area audio base canvas col colgroup datalist embed head iframe input link map meta noembed noframes noscript object param rp rt script select source style svg template textarea title track video'.split(
    ' ',
  ),
);
