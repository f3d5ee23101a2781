/** True for a relative path that stays inside its folder, whatever system it was written on. */
export function isInside(path: string): boolean {
  if (path === '' || path.includes('\0') || /^[/\\]/.test(path) || /^[A-Za-z]:/.test(path)) return false;
  let depth = 0;
  for (const part of path.split(/[/\\]/)) {
    if (part === '..') depth -= 1;
    else if (part !== '.' && part !== '') depth += 1;
    if (depth < 0) return false;
  }
  return true;
}
