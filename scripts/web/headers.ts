type Circumstances = { nonce: string; development: boolean; secure: boolean }

/**
 * Returns the security headers of an answer. Whoever answers may set stricter ones; none may be missing.
 *
 * `same-origin` and not `no-referrer`: without a referrer browsers send `Origin: null`
 * with a plain form, and then no form would work without JavaScript.
 *
 * In development the live reload may inject its styles and speak over a socket.
 */
export function securityHeaders({ nonce, development, secure }: Circumstances): Record<string, string> {
  const headers = {
    'content-security-policy': policy({
      'default-src': "'none'",
      'script-src': `'self' 'nonce-${nonce}'`,
      'style-src': development ? "'self' 'unsafe-inline'" : "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': development ? "'self' ws:" : "'self'",
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    }),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
  return secure ? { ...headers, 'strict-transport-security': 'max-age=31536000' } : headers
}

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
