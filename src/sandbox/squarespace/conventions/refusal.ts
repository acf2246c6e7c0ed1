import { STATUS_CODES } from 'node:http';

const types = {
  400: 'INVALID_REQUEST_ERROR',
  401: 'AUTHORIZATION_ERROR',
  402: 'WEBSITE_EXPIRED',
  403: 'AUTHORIZATION_ERROR',
  404: 'INVALID_REQUEST_ERROR',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  429: 'TOO_MANY_REQUESTS',
  500: 'SERVER_ERROR',
  502: 'SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
} as const;

/** The statuses with which a request is refused. */
export type RefusalStatus = keyof typeof types;

/** Every status with which a request can be refused. */
export const refusalStatuses = [400, 401, 402, 403, 404, 405, 409, 429, 500, 502, 503] as const;

/** Thrown where a request is refused. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: RefusalStatus;
  readonly type: string;
  readonly subtype: string | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: RefusalStatus,
    message: string,
    options: {
      type?: string | undefined;
      subtype?: string | null | undefined;
      retryAfter?: number | undefined;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.type = options.type ?? types[status];
    this.subtype = options.subtype ?? null;
    this.headers = options.retryAfter === undefined ? {} : { 'Retry-After': String(options.retryAfter) };
  }
}

/** 400 for what cannot be understood or may not be so. */
export function invalid(message: string, subtype: string | null = 'INVALID_ARGUMENT'): Refusal {
  return new Refusal(400, message, { subtype });
}

/** 400 for what must be there and is not. */
export function missing(message: string): Refusal {
  return new Refusal(400, message, { subtype: 'MISSING_ARGUMENT' });
}

/** 404 for what there is not, or not any more. */
export function notFound(message: string, subtype: string | null = 'INVALID_ARGUMENT'): Refusal {
  return new Refusal(404, message, { subtype });
}

/** 409 for what cannot be as things stand. */
export function conflict(subtype: string, message: string): Refusal {
  return new Refusal(409, message, { subtype });
}

/** The error body with its five keys. */
export function refusalBody({ type, subtype, message }: Refusal, contextId: string): string {
  return JSON.stringify({ type, subtype, message, details: null, contextId });
}

/** What a gateway in front of the API answers instead. */
export function gatewayPage(status: RefusalStatus): string {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`;
  return `<!DOCTYPE html>\n<html>\n<head><title>${title}</title></head>\n<body><h1>${title}</h1></body>\n</html>\n`;
}
