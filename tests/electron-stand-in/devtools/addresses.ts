// Chromium knows no `app:`; its pages live at an https address of their own, and what the program sees is translated.
//
// `app://footing/x` is `https://footing.app.invalid/x` inside Chromium: a secure context with an origin of its own, as a privileged scheme has.
// `.invalid` never resolves (RFC 2606), so what interception would miss cannot leave the machine.

const suffix = '.invalid'
const schemes = new Set<string>()

/** From here on, addresses of this scheme are translated. */
export function translateScheme(scheme: string): void {
  schemes.add(scheme)
}

/** The program's address as Chromium is told it. */
export function toChromium(address: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/:?#]*)(.*)$/is.exec(address) ?? []
  return schemes.has(scheme.toLowerCase()) ? `https://${host}.${scheme.toLowerCase()}${suffix}${rest}` : address
}

/** Chromium's address as the program is told it. */
export function fromChromium(address: string): string {
  const [, host = '', scheme = '', rest = ''] = /^https:\/\/([^/:?#]*)\.([^./:?#]+)\.invalid(.*)$/is.exec(address) ?? []
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : address
}

export function schemeOf(address: string): string {
  return URL.parse(address)?.protocol.slice(0, -1) ?? ''
}
