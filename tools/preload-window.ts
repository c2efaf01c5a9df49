// Names in the page what its first screen needs beside the entry, the window's own chunk and the two typefaces: all is fetched and compiled at
// once, the wire opens while that happens, and no text is laid out twice.
//
// Vite itself names only what the entry imports statically; a dynamic import would be found when the entry runs.

import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

const windowModule = /[\\/]src[\\/]renderer[\\/]window\.tsx$/
const firstFonts = /(?:inter|source-serif-4)-latin-wght-normal-[^/]*\.woff2$/
const entryModule = /[\\/]src[\\/]renderer[\\/]main\.tsx$/

/** One file for all that the window imports at once and the entry does not: left alone, what later parts share with it is 25 small files. */
export const windowChunk: Rolldown.CodeSplittingGroup = {
  name: (id, context) => {
    const importersOf = (module: string) => context.getModuleInfo(module)?.importers ?? []
    return isImportedBy(windowModule, id, importersOf) && !isImportedBy(entryModule, id, importersOf) ? 'window' : null
  },
}

/** By static imports, over any number of modules. */
function isImportedBy(importer: RegExp, id: string, importersOf: (module: string) => readonly string[], seen = new Set<string>()): boolean {
  if (importer.test(id)) return true
  seen.add(id)
  return importersOf(id).some((module) => !seen.has(module) && isImportedBy(importer, module, importersOf, seen))
}

export function preloadWindow(): Plugin {
  return {
    name: 'footing:preload-window',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        if (!bundle) return html
        const window = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.moduleIds.some((id) => windowModule.test(id)))
        if (window?.type !== 'chunk') throw new Error('src/renderer/window.tsx is not a chunk of its own any more: the page cannot preload it')
        const fonts = Object.keys(bundle).filter((file) => firstFonts.test(file))
        const files = [...filesOf(window, bundle), ...fonts].filter((file) => !html.includes(file))
        return { html, tags: files.map(toTag) }
      },
    },
  }
}

/** The chunk with everything that it imports at once, and their styles. */
function filesOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, seen = new Set<string>()): string[] {
  if (seen.has(chunk.fileName)) return []
  seen.add(chunk.fileName)
  const imported = chunk.imports.flatMap((name) => {
    const next = bundle[name]
    return next?.type === 'chunk' ? filesOf(next, bundle, seen) : []
  })
  return [...new Set([chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? []), ...imported])]
}

function toTag(file: string): HtmlTagDescriptor {
  const kind = file.endsWith('.css')
    ? { rel: 'stylesheet' }
    : file.endsWith('.woff2')
      ? { rel: 'preload', as: 'font', type: 'font/woff2' }
      : { rel: 'modulepreload' }
  return { tag: 'link', attrs: { ...kind, crossorigin: true, href: `./${file}` }, injectTo: 'head' }
}
