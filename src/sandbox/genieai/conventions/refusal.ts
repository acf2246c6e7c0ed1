import { STATUS_CODES } from 'node:http';

const codes = {
  400: 'bad_request',
  401: 'unauthorized',
  402: 'account_suspended',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'cursor_expired',
  413: 'too_large',
  429: 'rate_limited',
  500: 'internal_error',
  502: 'bad_gateway',
  503: 'unavailable',
} as const;

/** The statuses with which a whole request is refused. */
export type RefusalStatus = keyof typeof codes;

/** Thrown where a request as a whole is refused. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: RefusalStatus;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: RefusalStatus,
    message: string,
    options: { code?: string | undefined; retryAfter?: number | undefined } = {},
  ) {
    super(message);
    this.status = status;
    this.code = options.code ?? codes[status];
    this.headers = options.retryAfter === undefined ? {} : { 'Retry-After': String(options.retryAfter) };
  }
}

/** The error body of the contract. */
export function refusalBody({ code, message }: Refusal, requestId: string): string {
  return JSON.stringify({ error: { code, message, requestId } });
}

/** What a gateway in front of the API answers instead. */
export function gatewayPage(status: RefusalStatus): string {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`;
}
