import type { Archive } from '../../archive/archive.ts';
import type { XmlPart } from '../../xml/parse-xml.ts';
import { parseXml } from '../../xml/parse-xml.ts';
import type { FormatTable } from '../store/number-format.ts';
import { builtInFormat } from '../store/number-format.ts';

/**
 * The format ids by the index of a cell style (`cellXfs`), interned in `formats`.
 * @throws ReadError when the part is damaged
 */
export async function readStyles(archive: Archive, part: XmlPart, formats: FormatTable): Promise<Uint16Array> {
  const custom = new Map<number, string>();
  const styles: number[] = [];
  let isCellStyles = false;
  parseXml(
    await archive.read(part.part),
    {
      open(element) {
        if (element.local === 'cellXfs') isCellStyles = true;
        else if (element.local === 'numFmt') custom.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? '');
        else if (element.local === 'xf' && isCellStyles) styles.push(Number(element.attribute('numFmtId') ?? 0));
      },
      close(element) {
        if (element.local === 'cellXfs') isCellStyles = false;
      },
    },
    part,
  );
  return Uint16Array.from(styles, (id) => formats.intern(custom.get(id) ?? builtInFormat(id)));
}
