// `npm run make-icons`: draws every icon of the program from resources/icons/footing.svg. They are committed; a test finds out when they are old.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { IconIcns, IconIco } from '@shockpkg/icon-encoder'
import { projectFolder } from './run-node-tool.ts'

export const drawing = 'resources/icons/footing.svg'

/** What desktops ask for, as the icon theme specification and Explorer's scales have it. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]

/** An .icns has a place of its own for each size; the second of a pair is for twice the density. */
const macPlaces = [
  ['ic04', 16],
  ['ic11', 32],
  ['ic05', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const

/** macOS leaves a margin around its icons (824 of 1024 points), other systems none. */
const macMargin = 100 / 824

/** Paths from the project's folder, with their bytes. */
export async function makeIcons(svg: string): Promise<Map<string, Uint8Array>> {
  const icons = new Map<string, Uint8Array>()
  for (const size of linuxSizes) icons.set(`build/icons/${size}x${size}.png`, drawPng(svg, size))
  const ico = new IconIco()
  for (const size of windowsSizes) await ico.addFromPng(drawPng(svg, size))
  icons.set('build/icons/footing.ico', ico.encode())
  const icns = new IconIcns()
  const withMargin = addMargin(svg)
  for (const [place, size] of macPlaces) await icns.addFromPng(drawPng(withMargin, size), [place])
  icons.set('build/icons/footing.icns', icns.encode())
  // A window on X11 shows what it is given; that comes from the package's own files.
  icons.set('resources/icons/footing.png', drawPng(svg, 256))
  // Vite serves nothing from outside the window's folder while it reloads, so the page has a copy.
  icons.set('src/renderer/icon.svg', new TextEncoder().encode(svg))
  return icons
}

export function drawPng(svg: string, size: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng()
}

export function addMargin(svg: string): string {
  const viewBox = /viewBox="0 0 (\d+) \1"/
  const side = Number(viewBox.exec(svg)?.[1])
  if (!side) throw new Error(`${drawing} needs a square viewBox that begins at 0 0`)
  const margin = side * macMargin
  return svg.replace(viewBox, `viewBox="${-margin} ${-margin} ${side + 2 * margin} ${side + 2 * margin}"`)
}

if (import.meta.main) {
  for (const [path, bytes] of await makeIcons(readFileSync(join(projectFolder, drawing), 'utf8'))) {
    const file = join(projectFolder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    console.log(`${path} (${bytes.length} bytes)`)
  }
}
