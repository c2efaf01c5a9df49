// The page's two doors for strings that become markup. Everything else is refused by the Content-Security-Policy.

import { setNonce } from 'get-nonce'

/** The nonce of this page's Content-Security-Policy, for styles that components make. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

type Policy = { createHTML: (text: string) => TrustedHTML }
type PolicyFactory = { createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => Policy }
/** A string that may become markup; only policies make one. */
export type TrustedHTML = { readonly __trustedHtml: true }

/** Chromium's; undefined in a browser that knows no Trusted Types. */
export const policyFactory = (window as { trustedTypes?: PolicyFactory }).trustedTypes

export function installPolicies(): void {
  setNonce(styleNonce)
  // Mantine sets its own <style> by innerHTML. Anything with a tag in it is refused: that would be a hole.
  policyFactory?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('markup must come from the sanitiser')
      return text
    },
  })
}
