// The headers that every answer carries, and the page's Content Security Policy.

import { hostOf } from './admit-request.ts'

export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  // What is not the page itself can do nothing, even where a browser is made to show it as a page.
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
}

/**
 * The page runs our scripts alone and reaches us alone; no string becomes HTML but through the named policies.
 * `ws:` is named because older WebKit does not count it as 'self'; the desktop app has no port and its page no socket.
 */
export function pagePolicy(port: number | undefined, styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    port === undefined ? "connect-src 'self'" : `connect-src 'self' ws://${hostOf(port)}`,
    "require-trusted-types-for 'script'",
    'trusted-types dompurify default footing',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
