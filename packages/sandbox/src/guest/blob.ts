type Part = string | ArrayBuffer | ArrayBufferView | Blob;

/** The part of `Blob` that libraries use to hand out the bytes of a file. */
export class Blob {
  readonly type: string;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(parts: readonly Part[] = [], options: { type?: unknown } = {}) {
    const pieces = parts.map(bytesOf);
    this.type = typeof options.type === 'string' ? options.type : '';
    this.#bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let offset = 0;
    for (const piece of pieces) {
      this.#bytes.set(piece, offset);
      offset += piece.length;
    }
  }

  get size(): number {
    return this.#bytes.length;
  }

  slice(start = 0, end: number = this.size, type = ''): Blob {
    return new Blob([this.#bytes.slice(start, end)], { type });
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes.slice().buffer);
  }

  bytes(): Promise<Uint8Array> {
    return Promise.resolve(this.#bytes.slice());
  }

  text(): Promise<string> {
    return Promise.resolve(new TextDecoder().decode(this.#bytes));
  }

  static bytesOf(blob: Blob): Uint8Array<ArrayBuffer> {
    return blob.#bytes;
  }
}

function bytesOf(part: Part): Uint8Array {
  if (part instanceof Blob) return Blob.bytesOf(part);
  if (typeof part === 'string') return new TextEncoder().encode(part);
  return ArrayBuffer.isView(part) ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength) : new Uint8Array(part);
}
