import { messageOf } from '@preflag/core';
import { ReadError } from '../../archive/index.ts';

/** A piece of text as a pdf draws it; `y` counts from the bottom of the page, and lengths are in points. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly endsLine: boolean;
  /** The marked content that it belongs to; empty for none. */
  readonly mark: string;
}

export interface StructNode {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly (StructNode | { readonly mark: string })[];
}

export interface PdfPageSource {
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
  readonly structure: StructNode | undefined;
  readonly links: readonly { readonly target: string; readonly box: readonly [number, number, number, number] }[];
  readonly images: number;
}

export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  /** 0-based; absent where it leads nowhere. */
  readonly page?: number;
}

/** A pdf that is open for reading. */
export interface PdfSource extends AsyncDisposable {
  readonly pageCount: number;
  readonly isTagged: boolean;
  readonly version: string;
  readonly language: string | undefined;
  readonly info: Readonly<Record<string, string>>;
  page(index: number): Promise<PdfPageSource>;
  outline(): Promise<readonly OutlineEntry[]>;
  /** The names that links inside of the file lead to. */
  destinations(): Promise<readonly string[]>;
  fonts(): readonly { readonly name: string; readonly isEmbedded: boolean }[];
}

/** Opens a pdf. The library is loaded only here. @throws ReadError `corrupt` or `encrypted` */
export async function openPdf(bytes: Uint8Array): Promise<PdfSource> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  const { PdfJsSource } = await import('./pdfjs-source.ts');
  try {
    const document = await getDocumentProxy(bytes, { verbosity: 0, useSystemFonts: false });
    return await PdfJsSource.open(document, [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'PasswordException')
      throw new ReadError({ kind: 'encrypted', text: 'The pdf is protected by a password: deliver it without one.' }, { cause: thrown });
    throw new ReadError({ kind: 'corrupt', text: `The pdf cannot be opened (${messageOf(thrown)}): export it again.` }, { cause: thrown });
  }
}
