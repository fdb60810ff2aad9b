import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Deadline } from '../../src/smtp/deadline.ts';

let missed = 0;
let deadline: Deadline;
beforeEach(() => {
  vi.useFakeTimers();
  missed = 0;
  deadline = new Deadline(() => {
    missed += 1;
  });
});
afterEach(() => void vi.useRealTimers());

it('is missed once, when its time is over', () => {
  deadline.set(100);
  vi.advanceTimersByTime(99);
  expect(missed).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(missed).toBe(1);
});

it('can be put off, drawn near and lifted', () => {
  deadline.set(100);
  vi.advanceTimersByTime(50);
  deadline.set(100);
  vi.advanceTimersByTime(99);
  expect(missed).toBe(0);
  deadline.set(10);
  vi.advanceTimersByTime(10);
  expect(missed).toBe(1);
  deadline.set(10);
  deadline.clear();
  vi.advanceTimersByTime(1_000);
  expect(missed).toBe(1);
});

it('keeps one timer, however often it is moved', () => {
  for (let times = 0; times < 1_000; times += 1) deadline.set(600_000);
  expect(vi.getTimerCount()).toBe(1);
  deadline.stop();
  expect(vi.getTimerCount()).toBe(0);
});
