/** An element of the structure tree (ISO 32000-1, 14.7.2), with marks of content by page and number. */
export interface PdfTag {
  readonly role: string;
  readonly alt?: string;
  readonly children: (PdfTag | PdfMark)[];
}

interface PdfMark {
  readonly page: number;
  readonly mark: number;
}

export function newTag(role: string, parent?: PdfTag, alt?: string): PdfTag {
  const tag: PdfTag = { role, children: [], ...(alt !== undefined && { alt }) };
  parent?.children.push(tag);
  return tag;
}

/**
 * Adds the objects of the structure tree, and returns the number of its root.
 * @param add adds an object and returns its number; `set` fills one in
 * @param pages the numbers of the pages' objects
 */
export function addTags(
  root: PdfTag,
  pages: readonly number[],
  { add, set }: { readonly add: (body: string) => number; readonly set: (object: number, body: string) => void },
): number {
  const tree = add('');
  const parents: number[][] = pages.map(() => []);
  const write = (tag: PdfTag, parent: number): number => {
    const object = add('');
    const kids = tag.children.map((child) => {
      if ('role' in child) return `${write(child, object)} 0 R`;
      const owners = parents[child.page];
      if (owners) owners[child.mark] = object;
      return `<< /Type /MCR /Pg ${pages[child.page]} 0 R /MCID ${child.mark} >>`;
    });
    const alt = tag.alt === undefined ? '' : ` /Alt ${pdfText(tag.alt)}`;
    set(object, `<< /Type /StructElem /S /${tag.role} /P ${parent} 0 R${alt} /K [${kids.join(' ')}] >>`);
    return object;
  };
  const top = write(root, tree);
  const numbers = parents.map((owners, page) => `${page} [${Array.from(owners, (owner) => `${owner} 0 R`).join(' ')}]`);
  set(tree, `<< /Type /StructTreeRoot /K ${top} 0 R /ParentTree ${add(`<< /Nums [${numbers.join(' ')}] >>`)} 0 R >>`);
  return tree;
}

/** A text string (ISO 32000-1, 7.9.2.2). */
export function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'));
  return `<feff${units.join('')}>`;
}
