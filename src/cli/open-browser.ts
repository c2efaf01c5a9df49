// Opens an address in the browser of whoever sits at the machine.

import { spawn } from 'node:child_process'

/** False where there is no screen to open one on. */
export function canOpenBrowser(): boolean {
  return commandFor(process.platform).length > 0
}

export function openBrowser(url: string): void {
  const [command, ...words] = commandFor(process.platform)
  if (!command) return
  const child = spawn(command, [...words, url], { stdio: 'ignore', detached: true })
  // The address is printed anyway.
  child.on('error', () => {})
  child.unref()
}

function commandFor(platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return ['open']
  // `start` is a word of cmd and reads & and ^; rundll32 takes the address as it stands.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : []
}
