/** Words that no sentence ends with, by language (ISO 639-1): articles, conjunctions, and prepositions that nothing parts from their noun. */
export const OPEN_ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('the a an of and or because although whose their your my our into between than if'),
  de: words('der das dem des den ein eine einen einem eines und oder weil dass für von wenn sowie im zum zur beim'),
  fr: words('le la les un une des du de et ou que qui pour dans au aux par sur ce cette avec'),
  es: words('el la los las un una unos unas de del y o que en para por con al se su'),
  it: words('il lo la gli le un una di del della dei delle e o che per nel nella con al alla da'),
  pt: words('o a os as um uma de do da dos das e ou que em no na para por com ao'),
  nl: words('de het een van en of omdat dat voor met tussen'),
  sv: words('och eller att som en ett den det av för med till'),
  da: words('og eller at som en et den det af for med'),
  nb: words('og eller at som en et den det av for med'),
  fi: words('ja tai että sekä koska mutta'),
  pl: words('i oraz lub albo że w z na do od dla przez o'),
  cs: words('a nebo že v ve s na do od pro aby'),
  ru: words('и или что в на с из для от к по о не'),
  uk: words('і та або що в на з із для від до по не'),
  tr: words('ve veya ile bir bu için gibi'),
  id: words('dan atau yang di ke dari untuk dengan pada'),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
