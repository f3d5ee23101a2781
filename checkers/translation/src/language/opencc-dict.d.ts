/** Dictionaries of opencc: `simplified traditional`, with a bar between the entries. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
