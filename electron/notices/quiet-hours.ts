import type { NoticeSettings } from '../../src/settings/settings.ts';

/** The hours before anybody has said which. */
export const usualQuiet: NoticeSettings = { quiet: true, quietFrom: '20:00', quietUntil: '08:00' };

/** Whether nobody wants to be disturbed at a moment, by this computer's clock. Hours may go over midnight; from and until the same is the whole day. */
export function isQuiet(notices: NoticeSettings, now: number): boolean {
  if (!notices.quiet) return false;
  const at = new Date(now);
  const minutes = at.getHours() * 60 + at.getMinutes();
  const [start, end] = [minutesOf(notices.quietFrom), minutesOf(notices.quietUntil)];
  return start < end ? minutes >= start && minutes < end : minutes >= start || minutes < end;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
