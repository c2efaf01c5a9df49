// A folder laid out like Electron's own for Linux and for macOS, with programs that carry fuses and do nothing: enough to make a package from.

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** As in Electron's binary: the marker, the version of the wire, its length, and one character for each fuse, set as Electron ships them. */
const fuseWire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101100011')])
const program = Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), fuseWire, Buffer.alloc(64)])

const locales = ['en-US', 'de', 'fr', 'ja', 'zh-CN', 'zh-TW']

/** Makes `folder`, and in it a Linux distribution beside an `Electron.app`. */
export async function makeElectronFolder(folder: string): Promise<void> {
  const write = async (path: string, content: string | Uint8Array, mode = 0o644) => {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content, { mode })
  }
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) await write(name, name === 'electron' ? program : '', 0o755)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'icudtl.dat', 'resources/default_app.asar']) await write(name, name)
  for (const name of locales) await write(`locales/${name}.pak`, name)

  const contents = 'Electron.app/Contents'
  await write(`${contents}/Info.plist`, plistOf('Electron'))
  await write(`${contents}/MacOS/Electron`, '', 0o755)
  await write(`${contents}/Resources/electron.icns`, '')
  await write(`${contents}/Resources/default_app.asar`, '')
  await write(`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, program, 0o755)
  // Here English is `en`, and the others are written with an underscore.
  for (const name of locales) {
    const folder = `${name.replace('en-US', 'en').replace('-', '_')}.lproj`
    await write(`${contents}/Resources/${folder}/locale.pak`, name)
    await write(`${contents}/Frameworks/Electron Framework.framework/Versions/A/Resources/${folder}/locale.pak`, name)
  }
  for (const suffix of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const helper = `Electron Helper${suffix}`
    await write(`${contents}/Frameworks/${helper}.app/Contents/Info.plist`, plistOf(helper))
    await write(`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`, '', 0o755)
  }
}

function plistOf(executable: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${executable}</string></dict></plist>
`
}
