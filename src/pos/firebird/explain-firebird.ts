import { messageOf, TillbridgeError } from '../../support/errors.ts';

/** Where the database is and who asks, for sentences about it. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

interface Explanation {
  readonly reason: 'settings' | 'unreachable' | 'defect';
  readonly what: string;
  readonly hint: string;
}

/** What the driver tells about an error, beside its message. */
export interface DriverError {
  readonly code?: unknown;
  readonly gdscode?: unknown;
  readonly gdsparams?: unknown;
}

const comesBack = 'Nothing is lost; the next run goes on.';

/**
 * Says in words what the server or the line to it answered. The server's own text is repeated only where it can name
 * no more than tables and columns: other messages quote what stands in the rows.
 */
export function explainFirebird(doing: string, thrown: unknown, place: Place): TillbridgeError {
  if (thrown instanceof TillbridgeError) return thrown;
  const { reason, what, hint } = explanationOf(thrown, place);
  return new TillbridgeError(reason, `${doing}: ${what}`, { hint, cause: thrown });
}

function explanationOf(thrown: unknown, place: Place): Explanation {
  const { code, gdscode, gdsparams } = errorFacts(thrown);
  if (typeof gdscode === 'number') return serverAnswer(gdscode, { text: messageOf(thrown), names: gdsparams }, place);
  if (typeof code === 'string') return lineAnswer(code, place);
  const text = messageOf(thrown);
  if (/plugin|auth|login|proof/i.test(text)) return loginRefused(place);
  return unreachable(
    `the line to the till at ${address(place)} broke`,
    `Is the till's computer still on? ${comesBack}`,
  );
}

/** The driver's own marks on an error, where it has any. */
export function errorFacts(thrown: unknown): DriverError {
  return typeof thrown === 'object' && thrown !== null ? thrown : {};
}

function lineAnswer(code: string, place: Place): Explanation {
  switch (code) {
    case 'ECONNREFUSED':
      return unreachable(
        `no database server answers at ${address(place)}`,
        `Is the till's computer on, and its Firebird service running? ${comesBack}`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return unreachable(
        `there is no computer called "${place.host}"`,
        `Is the computer’s name right (till.host in the settings), and the network up? ${comesBack}`,
      );
    default:
      return unreachable(
        `the till at ${address(place)} cannot be reached (${code})`,
        `Is the till's computer on, and the network up? ${comesBack}`,
      );
  }
}

function serverAnswer(gdscode: number, { text, names }: { text: string; names: unknown }, place: Place): Explanation {
  switch (gdscode) {
    case 335544472:
      return loginRefused(place);
    case 335544344:
    case 335544734:
      return settings(
        `the server at ${place.host} cannot open the database "${place.database}"`,
        'It is the path on the computer where Firebird runs, or an alias there (till.database in the settings).',
      );
    case 335544352:
      return settings(
        `the user ${place.user} has no right to read ${nameList(names)}`,
        `Let the till's administrator run: GRANT SELECT ON … TO ${place.user};`,
      );
    case 335544569:
      return /no permission/i.test(text)
        ? settings(
            `the user ${place.user} has no right to read it`,
            `Let the till's administrator run: GRANT SELECT ON … TO ${place.user};`,
          )
        : settings(`the server does not understand the SELECT: ${sqlWords(text)}`, 'Mend the SELECT in the profile.');
    case 335544334:
    case 335544321:
      return settings(
        'the SELECT computes something that a value in the till does not allow',
        'A CAST or a calculation in the SELECT fails for some row.',
      );
    case 335544375:
    case 335544528:
    case 335544856:
      return unreachable(
        'the database is closed for now',
        `Somebody may be backing it up or restoring it. ${comesBack}`,
      );
    case 335544721:
    case 335544726:
    case 335544727:
    case 335544648:
    case 335544741:
      return unreachable(
        `the line to the till at ${address(place)} broke`,
        `Is the till's computer still on? ${comesBack}`,
      );
    default:
      return {
        reason: 'defect',
        what: `the server answered with its error ${gdscode}`,
        hint: 'The log of the Firebird server may say more.',
      };
  }
}

/** The server's text without the parts that help nobody: "Column unknown, K.NAME9, At line 1, column 20". */
export function sqlWords(text: string): string {
  return text.replace(/^Dynamic SQL Error, /, '').replace(/^SQL error code = -\d+, /, '');
}

function loginRefused({ user }: Place): Explanation {
  return settings(
    `the server refuses the name ${user} or its password`,
    'Is the name spelt as the till knows it (till.user in the settings)? Then type its password once more, and keep it.',
  );
}

function nameList(names: unknown): string {
  return Array.isArray(names) && names.length > 0 ? String(names.at(-1)) : 'it';
}

function address({ host, port }: Place): string {
  return `${host}:${port}`;
}

function settings(what: string, hint: string): Explanation {
  return { reason: 'settings', what, hint };
}

function unreachable(what: string, hint: string): Explanation {
  return { reason: 'unreachable', what, hint };
}
