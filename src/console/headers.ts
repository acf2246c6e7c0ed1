/**
 * What every answer of the console says to a browser: take scripts from here alone and none that stand in a page, be
 * framed by nobody, tell nobody where we are. Styles in pages are allowed: the kit sets sizes and colours with them.
 */
export const guardingHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // With `no-referrer` browsers would hide from us where our own forms come from.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** Data must not lie about in a browser's cache; files whose names change with their content may. */
export const cacheHeader = { data: 'no-store', lasting: 'private, max-age=31536000, immutable' } as const;
