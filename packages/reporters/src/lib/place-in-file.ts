/** A place below a heading that names its file; nothing for the file or the delivery as a whole. */
export function placeInFile(place: string, file: string): string {
  return place === file || file === '.' ? '' : place.startsWith(`${file} › `) ? place.slice(file.length + 3) : place;
}
