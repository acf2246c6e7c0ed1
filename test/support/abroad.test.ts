import { expect, test } from 'vitest';

test('tests run in a zone that is not UTC and in a language that is not English', () => {
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Pacific/Chatham');
  expect(new Date(2026, 0, 1).toISOString()).toBe('2025-12-31T10:15:00.000Z');
  expect((1234.5).toLocaleString()).toBe('1.234,5');
});
