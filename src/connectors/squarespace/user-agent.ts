/** How we name ourselves to Squarespace: a request without a name is refused, and one of a library's name is held back sooner. */
export const userAgent = 'Tillbridge/0.1.0 (+https://example.com/tillbridge)';
