import { TillbridgeError } from '../../support/errors.ts';

/** What a mail library says of a failure, as far as it decides what a person should do. Its own texts hold addresses and stay out. */
export interface MailFailure {
  readonly code?: string | undefined;
  /** What the server answered: 535. */
  readonly responseCode?: number | undefined;
  /** What it answered to: `MAIL FROM`, `DATA`. */
  readonly command?: string | undefined;
  readonly message: string;
}

/** The server that was asked. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'tls' | 'none';
}

const doing = 'sending the report by mail';

type Said = readonly [what: string, hint: string, reason: 'settings' | 'unreachable'];

const untrusted = /self[- ]signed|unable to (?:verify|get)|CERT_UNTRUSTED|UNABLE_TO/iu;
const otherName = /altname|does not match/iu;
const expired = /expired|not yet valid|CERT_HAS_EXPIRED/iu;
const notTls = /wrong version number|packet length too long|unexpected message|SSL routines|EPROTO/iu;

function encryptionTrouble({ code, message }: MailFailure, server: MailServer): Said | undefined {
  const text = `${code ?? ''} ${message}`;
  if (otherName.test(text)) {
    return [
      `the certificate of ${server.host} is made out to another name`,
      'Use the name that the provider gives for its mail server, not an address of numbers.',
      'settings',
    ];
  }
  if (expired.test(text)) {
    return [
      `the certificate of ${server.host} is not valid today`,
      'Look at this computer’s date. If that is right, the mail server’s certificate has to be renewed there.',
      'settings',
    ];
  }
  if (untrusted.test(text)) {
    return [
      `nobody vouches for the certificate of ${server.host}`,
      'If the server is your own, save its certificate as a file and name it in the settings. If not, somebody may be listening: send nothing.',
      'settings',
    ];
  }
  if (notTls.test(text)) {
    return [
      `${server.host} does not begin with TLS at port ${server.port}`,
      'Choose STARTTLS for port 587, TLS for port 465.',
      'settings',
    ];
  }
  if (code !== 'ETLS') return undefined;
  return [
    `${server.host} offers no encryption at port ${server.port}`,
    'Choose TLS with port 465, or ask the provider which port encrypts.',
    'settings',
  ];
}

function answerTrouble({ code, responseCode = 0, command = '' }: MailFailure, { host }: MailServer): Said | undefined {
  const answered = responseCode > 0 ? ` (${responseCode})` : '';
  const isLasting = responseCode >= 500;
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return responseCode >= 400 && !isLasting
      ? [`${host} cannot log anybody in at the moment${answered}`, 'Nothing to do: it is tried again.', 'unreachable']
      : [
          `${host} refuses the name or the password${answered}`,
          'Correct the name and give the password again. Some providers want a password of its own for programs (an “app password”).',
          'settings',
        ];
  }
  if (responseCode > 0 && !isLasting) {
    return [`${host} takes no mail at the moment${answered}`, 'Nothing to do: it is tried again.', 'unreachable'];
  }
  if (command === 'MAIL FROM') {
    return [
      `${host} refuses the sender’s address${answered}`,
      'Use the address that belongs to the name you log in with; without a name, give one.',
      'settings',
    ];
  }
  if (!isLasting) return undefined;
  return [
    `${host} refuses the mail${answered}`,
    'Ask the provider what it means. Large attachments are a common cause: send the short mail without them.',
    'settings',
  ];
}

function lineTrouble({ code, message }: MailFailure, { host, port, security }: MailServer): Said {
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/u.test(message)) {
    return [
      `no mail server called ${host} is known`,
      'Look for a slip in its name. If the name is right, the internet is out of reach: then it is tried again.',
      'unreachable',
    ];
  }
  if (/ECONNREFUSED/u.test(message)) {
    return [
      `${host} takes no connections at port ${port}`,
      'Look at the port: 587 with STARTTLS, 465 with TLS. A firewall may be in between.',
      'unreachable',
    ];
  }
  if (code === 'ETIMEDOUT' || /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/u.test(message)) {
    const hint =
      security === 'starttls'
        ? 'At port 465 the server waits for TLS: choose TLS there. Else the internet is out of reach, or a firewall is in between.'
        : 'The internet is out of reach, or a firewall is in between.';
    return [`${host} does not answer at port ${port}`, hint, 'unreachable'];
  }
  return [
    `${host} broke off at port ${port}`,
    'Look at port and encryption: 587 with STARTTLS, 465 with TLS. It is tried again.',
    'unreachable',
  ];
}

/** What went wrong with a mail, in words: what happened, why, and what to do. No address, password or answer of the server's stands in it. */
export function mailTrouble(failure: MailFailure, server: MailServer): TillbridgeError {
  const [what, hint, reason] =
    encryptionTrouble(failure, server) ?? answerTrouble(failure, server) ?? lineTrouble(failure, server);
  return new TillbridgeError(reason, `${doing}: ${what}`, { hint });
}
