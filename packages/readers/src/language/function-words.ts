/** Frequent short words of languages with Latin script; words that two of them share tell little, and are in both. ISO 639-1. */
export const FUNCTION_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('the of and to in is that for it with as was on are be this by at from or an not which have has were their been will would'),
  de: words(
    'der die das und ist nicht ein eine einen von mit auf für den dem des im sich auch wird werden sind wurde zu bei oder nach aus',
  ),
  fr: words('le la les des et est une un du dans que pour qui sur pas au aux avec sont ce cette plus par se ont être ou nous vous'),
  es: words('el la los las de y que en un una es por con para del se al como más fue son su lo pero este esta también ha'),
  it: words('il la le di e che un una è per con del della dei non si nel alla sono gli più come ha anche questo dal delle'),
  pt: words('o a os as de e que em um uma é para com do da dos das não se no na mais foi são ao pelo pela como também'),
  nl: words('de het een en van is niet dat op te voor met zijn aan er ook bij door uit naar wordt om als dan deze werd hebben'),
  sv: words('och att det som en på är av för med den till inte om ett har de från var kan vid eller också'),
  da: words('og at det som en på er af for med den til ikke om et har de fra var kan ved eller også blev'),
  nb: words('og å det som en på er av for med den til ikke om et har de fra var kan ved eller også ble'),
  pl: words('i w na z do że się nie jest to o po od przez dla jak ale oraz być które przy był'),
  cs: words('a v na se je že z do to s o pro jako za po ale by od které nebo jsou byl'),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
