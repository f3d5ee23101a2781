/** Events that are pushed by one side and read by any number of others; nothing is lost when a reader comes late. */
export class EventQueue<T> implements AsyncIterable<T> {
  readonly #events: T[] = [];
  #isClosed = false;
  /** Settles when there is something to see, for all readers that wait; then a new one takes its place. */
  #change = Promise.withResolvers<void>();

  push(event: T): void {
    this.#events.push(event);
    this.#wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (let next = 0; ;) {
      while (next < this.#events.length) yield this.#events[next++]!;
      if (this.#isClosed) return;
      await this.#change.promise;
    }
  }

  #wake(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }
}
