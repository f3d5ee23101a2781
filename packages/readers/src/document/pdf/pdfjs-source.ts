import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import type { OutlineEntry, PdfPageSource, PdfSource, StructNode, TextItem } from './pdf-source.ts';

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;
type StructTree = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;
type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** Outlines of more entries, or deeper ones, and more names are cut. */
const MOST_ENTRIES = 10_000;
const MOST_LEVELS = 20;

/** A pdf that PDF.js has opened. */
export class PdfJsSource implements PdfSource {
  readonly pageCount: number;
  readonly isTagged: boolean;
  readonly version: string;
  readonly language: string | undefined;
  readonly info: Readonly<Record<string, string>>;
  readonly #document: PDFDocumentProxy;
  readonly #imageCodes: ReadonlySet<number>;
  readonly #fonts: Map<string, boolean> = new Map();

  private constructor(
    document: PDFDocumentProxy,
    imageCodes: readonly number[],
    info: Readonly<Record<string, unknown>>,
    isTagged: boolean,
  ) {
    this.#document = document;
    this.#imageCodes = new Set(imageCodes);
    this.pageCount = document.numPages;
    this.isTagged = isTagged;
    this.info = Object.fromEntries(
      Object.entries(info).flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [])),
    );
    this.version = this.info['PDFFormatVersion'] ?? '';
    this.language = this.info['Language'];
  }

  static async open(document: PDFDocumentProxy, imageCodes: readonly number[]): Promise<PdfJsSource> {
    const [{ info }, marks] = await Promise.all([document.getMetadata(), document.getMarkInfo().catch(() => null)]);
    return new PdfJsSource(document, imageCodes, info as Readonly<Record<string, unknown>>, marks?.Marked === true);
  }

  async page(index: number): Promise<PdfPageSource> {
    const page = await this.#document.getPage(index + 1);
    try {
      const content = await page.getTextContent({ includeMarkedContent: true });
      const structure = this.isTagged ? await page.getStructTree() : undefined;
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const images = await this.#lookAtGraphics(page, Object.keys(content.styles));
      return {
        width: right - left,
        height: top - bottom,
        items: itemsOf(content, left, bottom),
        structure: structure ? structOf(structure) : undefined,
        links: await linksOf(page, left, top),
        images,
      };
    } finally {
      page.cleanup();
    }
  }

  async outline(): Promise<readonly OutlineEntry[]> {
    const entries: OutlineEntry[] = [];
    const collect = async (items: NonNullable<Outline>, level: number): Promise<void> => {
      for (const item of items) {
        if (entries.length >= MOST_ENTRIES || level > MOST_LEVELS) return;
        const page = await this.#pageOf(item.dest);
        entries.push({ title: item.title.trim(), level, ...(page !== undefined && { page }) });
        await collect(item.items as NonNullable<Outline>, level + 1);
      }
    };
    await collect((await this.#document.getOutline()) ?? [], 1);
    return entries;
  }

  async destinations(): Promise<readonly string[]> {
    return Object.keys(await this.#document.getDestinations()).slice(0, MOST_ENTRIES);
  }

  fonts(): readonly { readonly name: string; readonly isEmbedded: boolean }[] {
    return [...this.#fonts].map(([name, isEmbedded]) => ({ name, isEmbedded }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#document.loadingTask.destroy();
  }

  async #pageOf(destination: string | readonly unknown[] | null): Promise<number | undefined> {
    try {
      const explicit = typeof destination === 'string' ? await this.#document.getDestination(destination) : destination;
      const target: unknown = explicit?.[0];
      if (typeof target === 'number') return target;
      return target === undefined || target === null
        ? undefined
        : await this.#document.getPageIndex(target as { num: number; gen: number });
    } catch {
      // A destination that is not there leads nowhere.
      return undefined;
    }
  }

  /** Counts pictures, and notes which fonts are in the file: both are known only once the page's graphics were looked at. */
  async #lookAtGraphics(page: PDFPageProxy, fonts: readonly string[]): Promise<number> {
    const { fnArray: codes } = await page.getOperatorList();
    for (const id of fonts) {
      if (!page.commonObjs.has(id)) continue;
      const font = page.commonObjs.get(id) as { readonly name?: string; readonly missingFile?: boolean; readonly isType3Font?: boolean };
      const name = (font.name ?? '').replace(/^[A-Z]{6}\+/, '');
      if (name !== '') this.#fonts.set(name, font.isType3Font === true || font.missingFile !== true);
    }
    return codes.filter((code) => this.#imageCodes.has(code)).length;
  }
}

function itemsOf({ items }: Content, left: number, bottom: number): readonly TextItem[] {
  const marks: string[] = [];
  return items.flatMap((item): TextItem[] => {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(item.id ?? '');
      return [];
    }
    const [, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(c, d) || Math.abs(b);
    return [
      {
        text: item.str,
        x: x - left,
        y: y - bottom,
        width: item.width,
        size,
        font: item.fontName,
        endsLine: item.hasEOL,
        mark: marks.findLast((mark) => mark !== '') ?? '',
      },
    ];
  });
}

function structOf(node: NonNullable<StructTree>, depth = 0): StructNode {
  const { role, children = [], alt } = node as { role: string; children?: readonly unknown[]; alt?: string };
  return {
    role,
    ...(alt !== undefined && { alt }),
    children:
      depth > MOST_DEPTH
        ? []
        : children.flatMap((child): (StructNode | { readonly mark: string })[] => {
            if (typeof child !== 'object' || child === null) return [];
            if ('role' in child) return [structOf(child as NonNullable<StructTree>, depth + 1)];
            return 'type' in child && child.type === 'content' && 'id' in child ? [{ mark: String(child.id) }] : [];
          }),
  };
}

const MOST_DEPTH = 100;

async function linksOf(page: PDFPageProxy, left: number, top: number): Promise<PdfPageSource['links']> {
  const annotations = (await page.getAnnotations()) as readonly {
    readonly subtype?: string;
    readonly url?: string;
    readonly unsafeUrl?: string;
    readonly dest?: unknown;
    readonly rect: readonly number[];
  }[];
  return annotations.flatMap(({ subtype, url, unsafeUrl, dest, rect: [x = 0, y = 0, right = 0, upper = 0] }) => {
    const target = url ?? unsafeUrl ?? (typeof dest === 'string' ? `#${dest}` : undefined);
    return subtype === 'Link' && target !== undefined ? [{ target, box: [x - left, top - upper, right - left, top - y] as const }] : [];
  });
}
