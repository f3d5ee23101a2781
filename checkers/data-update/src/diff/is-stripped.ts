/** True when a text of digits lost leading zeros and nothing else: `017` became `17` or `17.0`. */
export function isStripped(from: string, to: string): boolean {
  return (
    /^0\d+$/.test(from) &&
    to !== from &&
    /^\d+(\.0+)?$/.test(to) &&
    from.replace(/^0+/, '') === to.replace(/\.0+$/, '').replace(/^0+/, '') &&
    to.length < from.length
  );
}
