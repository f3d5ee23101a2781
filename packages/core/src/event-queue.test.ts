import { expect, it } from 'vitest';
import { EventQueue } from './event-queue.ts';

async function read(queue: EventQueue<number>): Promise<readonly number[]> {
  const all: number[] = [];
  for await (const event of queue) all.push(event);
  return all;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('gives every reader all events in order, those who wait and those who come late', async () => {
  const queue = new EventQueue<number>();
  const waiting = [read(queue), read(queue)];
  await turn();
  queue.push(1);
  await turn();
  queue.push(2);
  queue.push(3);
  const joined = read(queue);
  await turn();
  queue.close();
  expect(await Promise.all([...waiting, joined, read(queue)])).toEqual(Array.from({ length: 4 }, () => [1, 2, 3]));
});

it('ends for one who waits when nothing ever comes', async () => {
  const queue = new EventQueue<number>();
  const waiting = read(queue);
  await turn();
  queue.close();
  expect(await waiting).toEqual([]);
});

it('lets a reader leave early', async () => {
  const queue = new EventQueue<number>();
  queue.push(1);
  for await (const event of queue) {
    expect(event).toBe(1);
    break;
  }
  queue.push(2);
  queue.close();
  expect(await read(queue)).toEqual([1, 2]);
});
