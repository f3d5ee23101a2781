import { formulaTokens, type Token } from './formula-tokens.ts';

/** Writes a formula so that the engine computes what spreadsheet programs do. */
export function spellForIronCalc(formula: string): string {
  if (!/--|ROUND\(/i.test(formula)) return formula;
  return withHalvesRoundedUp(formulaTokens(withoutDoubleSigns(formulaTokens(formula))));
}

/** The engine drops two signs in a row, and with them that they make numbers of truth values; where an argument begins, `1*` is the same. */
function withoutDoubleSigns(tokens: readonly Token[]): string {
  const isSign = (index: number): boolean => tokens[index]?.text === '-';
  const begins = (index: number): boolean => {
    const type = tokens[index - 1]?.type;
    return type === undefined || type === 'open' || type === 'function' || type === 'comma';
  };
  return tokens
    .map(({ text }, index) => {
      if (isSign(index) && isSign(index + 1) && begins(index)) return '1';
      return isSign(index) && isSign(index - 1) && begins(index - 1) ? '*' : text;
    })
    .join('');
}

/**
 * Spreadsheet programs round the decimal number that people see: 1.005 becomes 1.01, though its binary form is a little less.
 * The engine cuts numbers to 15 digits and then takes the binary form; one unit of the 15th digit more brings that over the half.
 */
function withHalvesRoundedUp(tokens: readonly Token[]): string {
  const frames: boolean[] = [];
  return tokens
    .map((token) => {
      const isRounding = token.type === 'function' && token.name === 'ROUND';
      if (token.type === 'function' || token.type === 'open') frames.push(isRounding);
      if (token.type === 'close') frames.pop();
      if (isRounding) return `${token.text}(`;
      if (token.type !== 'comma' || frames.at(-1) !== true) return token.text;
      frames[frames.length - 1] = false;
      return ')*(1+1E-14),';
    })
    .join('');
}
