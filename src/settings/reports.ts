import { z } from 'zod';
import { timeOfDay, weekdays } from './times-of-day.ts';

const address = z.email('an e-mail address such as "owner@shop.example"');

const folder = z
  .strictObject({
    on: z.boolean().default(false).describe('Every report as a page and a table, a file a day.'),
    directory: z
      .string()
      .min(1)
      .default('reports')
      .describe('A folder, relative to the home folder or absolute. The files hold customers’ data.'),
    keepDays: z.int().min(1).max(3650).default(30).describe('Reports that are older are deleted there.'),
  })
  .prefault({});

const security = z
  .enum(['starttls', 'tls', 'none'])
  .default('starttls')
  .describe('How the way to the mail server is encrypted. Without, only to a server on this computer itself.');

const mail = z
  .strictObject({
    on: z.boolean().default(false).describe('A short mail: how things stand, how much is to mend, and what causes it.'),
    host: z.string().default('').describe('The mail server that takes mail, such as "smtp.provider.example".'),
    port: z.int().min(1).max(65535).default(587).describe('587 with STARTTLS, 465 with TLS from the start.'),
    security,
    user: z.string().default('').describe('The name to log in with, often the address. Without one, nobody logs in.'),
    from: z
      .union([address, z.literal('')])
      .default('')
      .describe('The address that the mail comes from.'),
    to: z.array(address).max(50).default([]).describe('The addresses that get it.'),
    attach: z
      .boolean()
      .default(false)
      .describe('The whole page and table go along. They hold customers’ data, which leaves the shop with them.'),
    certificate: z
      .string()
      .optional()
      .describe('Only for a server of your own that nobody vouches for: a file with its certificate (PEM).'),
  })
  .prefault({});

/** When reports go out by themselves, and how. */
export const reportSettings = z
  .strictObject({
    at: timeOfDay.default('07:30').describe('When, by the shop’s clock.'),
    days: z
      .array(z.enum(weekdays))
      .default(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'])
      .describe('On which days.'),
    folder,
    mail,
  })
  .superRefine(({ mail: { on, host, from, to, security: secured } }, context) => {
    const wrong = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['mail', name], message });
    if (secured === 'none' && !isThisComputer(host)) {
      wrong('security', 'starttls or tls: without, everybody on the way could read it');
    }
    if (!on) return;
    if (host.trim() === '') wrong('host', 'the name of a mail server, such as "smtp.provider.example"');
    if (from === '') wrong('from', 'an e-mail address such as "owner@shop.example"');
    if (to.length === 0) wrong('to', 'at least one e-mail address');
  })
  .prefault({});
export type ReportSettings = z.infer<typeof reportSettings>;
export type MailSettings = ReportSettings['mail'];

function isThisComputer(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost', ''].includes(host.trim().toLowerCase());
}
