import type { StoreBudget } from './store-budget.ts';

/** A decoded text is kept for a while, because rules ask for the same ones again. */
const RECENT = 4096;

/**
 * Byte strings, each held once in one arena, and numbered from 1 in the order in which they came.
 * The hash is seeded, so that no file can be made to collide.
 */
export class ByteTable {
  readonly #budget: StoreBudget;
  readonly #seed: number = Math.floor(Math.random() * 2 ** 31);
  #arena: Buffer = Buffer.allocUnsafeSlow(1 << 12);
  #used = 0;
  /** Where each string begins; the next one's beginning is its end. */
  #starts: Uint32Array = new Uint32Array(1 << 8);
  #hashes: Int32Array = new Int32Array(1 << 8);
  /** Open addressing: the id, or 0. At most half full. */
  #slots: Int32Array = new Int32Array(1 << 9);
  #next = 1;
  readonly #recentIds: Int32Array = new Int32Array(RECENT);
  readonly #recentTexts: string[] = [];

  constructor(budget: StoreBudget) {
    this.#budget = budget;
  }

  /** One past the last id. */
  get size(): number {
    return this.#next;
  }

  /** The id of the bytes from `start` to `end`, which are copied when they are new. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    let hash = this.#seed;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const mask = this.#slots.length - 1;
    const slots = this.#slots;
    let slot = hash & mask;
    for (let id = slots[slot]!; id !== 0; id = slots[slot]!) {
      if (this.#hashes[id] === hash && this.#holds(id, bytes, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.#append(bytes, start, end, hash);
    slots[slot] = id;
    if (id * 2 > mask) this.#rehash();
    return id;
  }

  internText(text: string): number {
    const bytes = Buffer.from(text, 'utf8');
    return this.intern(bytes, 0, bytes.length);
  }

  text(id: number): string {
    const slot = id & (RECENT - 1);
    if (this.#recentIds[slot] === id) return this.#recentTexts[slot] ?? '';
    const text = this.#arena.toString('utf8', this.#starts[id], this.#starts[id + 1]);
    this.#recentIds[slot] = id;
    this.#recentTexts[slot] = text;
    return text;
  }

  /** The bytes of a string inside the arena: valid until the next `intern`. */
  bytes(id: number): Buffer {
    return this.#arena.subarray(this.#starts[id], this.#starts[id + 1]);
  }

  /** The id of the text without white space at its ends, which becomes one of the table's; 0 where nothing is left. */
  trimmedId(id: number): number {
    const [start, end] = [this.#starts[id]!, this.#starts[id + 1]!];
    if (end > start && isVisible(this.#arena[start]!) && isVisible(this.#arena[end - 1]!)) return id;
    const text = this.text(id);
    const trimmed = text.trim();
    return trimmed === '' ? 0 : trimmed === text ? id : this.internText(trimmed);
  }

  /** True for one word with a digit in it. */
  isCode(id: number): boolean {
    let hasDigit = false;
    for (let at = this.#starts[id]!; at < this.#starts[id + 1]!; at++) {
      const byte = this.#arena[at]!;
      if (byte <= 0x20 || byte >= 0x80) return false;
      if (byte >= 0x30 && byte <= 0x39) hasDigit = true;
    }
    return hasDigit;
  }

  #holds(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    let at = this.#starts[id]!;
    if (this.#starts[id + 1]! - at !== end - start) return false;
    const arena = this.#arena;
    for (let from = start; from < end; from++) if (arena[at++] !== bytes[from]) return false;
    return true;
  }

  #append(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const id = this.#next++;
    const length = end - start;
    this.#budget.addStringBytes(length);
    if (id + 1 >= this.#starts.length) this.#growIds();
    if (this.#used + length > this.#arena.length) this.#growArena(length);
    if (length < 48) {
      for (let at = 0; at < length; at++) this.#arena[this.#used + at] = bytes[start + at]!;
    } else {
      this.#arena.set(bytes.subarray(start, end), this.#used);
    }
    this.#starts[id] = this.#used;
    this.#used += length;
    this.#starts[id + 1] = this.#used;
    this.#hashes[id] = hash;
    return id;
  }

  #growIds(): void {
    const length = this.#starts.length * 2;
    this.#budget.addBytes(length * 4);
    const starts = new Uint32Array(length);
    starts.set(this.#starts);
    this.#starts = starts;
    const hashes = new Int32Array(length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #growArena(length: number): void {
    const arena = Buffer.allocUnsafeSlow(Math.max(this.#arena.length * 2, this.#used + length));
    arena.set(this.#arena.subarray(0, this.#used));
    this.#arena = arena;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    this.#budget.addBytes(slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 1; id < this.#next; id++) {
      let slot = this.#hashes[id]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

/** ASCII that is no white space; of other characters the bytes alone do not tell. */
function isVisible(byte: number): boolean {
  return byte > 0x20 && byte < 0x80;
}
