import type { Preferences } from '../preferences.ts';

/** Whether nobody wants to be disturbed at a moment, by this computer's clock. Hours may go over midnight. */
export function isQuiet({ on, from, until }: Preferences['quiet'], now: number): boolean {
  if (!on) return false;
  const at = new Date(now);
  const minutes = at.getHours() * 60 + at.getMinutes();
  const [start, end] = [minutesOf(from), minutesOf(until)];
  return start <= end ? minutes >= start && minutes < end : minutes >= start || minutes < end;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
