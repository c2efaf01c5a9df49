import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { preloadWindow, windowChunk } from './tools/preload-window.ts'

export default defineConfig({
  main: {
    // The worker is a file of its own: a thread is started by its address, which a bundler leaves as it stands.
    build: {
      // What the worker reads files and draws charts with goes into its build, a tenth of the size; jsdom cannot, as it looks for files beside its own.
      externalizeDeps: {
        exclude: [
          '@mozilla/readability',
          '@retorquere/bibtex-parser',
          'chardet',
          'csv-parse',
          'echarts',
          'mammoth',
          'turndown',
          'turndown-plugin-gfm',
          'yaml',
        ],
      },
      rolldownOptions: { input: { index: 'src/main/index.ts', worker: 'src/host/worker.ts' } },
    },
  },
  preload: {
    build: {
      // A sandboxed preload must be one CommonJS file that requires only `electron`.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    // CSP allows our own files only: no data: fonts, no inline module preload.
    build: {
      assetsInlineLimit: 0,
      minify: 'oxc',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'src/renderer/index.html',
        output: { codeSplitting: { groups: [windowChunk] } },
        // Windows parse nothing by schema: without this, zod comes along with the constants beside its schemas (90 KB), and asks the page for eval.
        treeshake: { manualPureFunctions: ['z', 'idOf'], moduleSideEffects: (id) => !/[\\/]src[\\/]core[\\/]/.test(id) },
      },
    },
    plugins: [react(), preloadWindow()],
  },
})
