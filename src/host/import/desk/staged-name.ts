// A name that a window gave a file, as the parts of a path in a folder of ours; it leads nowhere else, whatever it says.

const maxParts = 100
/** Of UTF-8, as file systems count. */
const maxPartBytes = 255

/** The parts, or why the name cannot be used. */
export function stagedParts(path: string, platform: NodeJS.Platform = process.platform): { parts: string[] } | { reason: string } {
  const parts = path.split('/')
  if (parts.length > maxParts) return { reason: 'it lies too deep in its folder' }
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return { reason: 'its name leads out of its folder' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  if (!path.isWellFormed() || /[\u0000-\u001f\u007f\\]/.test(path)) return { reason: 'its name has characters that no file can have here' }
  if (parts.some((part) => Buffer.byteLength(part) > maxPartBytes)) return { reason: 'its name is too long' }
  if (platform === 'win32' && parts.some(isNoNameOnWindows)) return { reason: 'its name cannot be used on Windows' }
  return { parts }
}

/** A colon names a hidden stream, a device takes the place of the file, and a dot or space at the end is dropped. */
function isNoNameOnWindows(part: string): boolean {
  return /[<>:"|?*]|[. ]$/.test(part) || /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i.test(part)
}
