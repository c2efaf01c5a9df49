// What `npm run package` makes of the built program, for each system: docs/releasing.md says what its users get, docs/decisions/0008-packages.md why.

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { collectLicences } from './tools/collect-licences.ts'

/**
 * Of all production dependencies only these are loaded while the program runs: Vite has put the window's libraries into out/renderer, and what the
 * worker reads files with into out/main, but for jsdom, which asks for files of its own. A test walks the built main process.
 */
export const loadedModules = [
  '@exodus/bytes',
  '@types/trusted-types',
  'bcp-47',
  'bcp-47-match',
  'data-urls',
  'decimal.js',
  'dompurify',
  'entities',
  'html-encoding-sniffer',
  'immer',
  'is-alphabetical',
  'is-alphanumerical',
  'is-decimal',
  'is-potential-custom-element-name',
  'jsdom',
  'lowdb',
  'lru-cache',
  'marked',
  'mustache',
  'parse5',
  'parse5-parser-stream',
  'punycode',
  'saxes',
  'steno',
  'tldts',
  'tldts-core',
  'tough-cookie',
  'tr46',
  'undici',
  'w3c-xmlserializer',
  'webidl-conversions',
  'whatwg-mimetype',
  'whatwg-url',
  'xml-name-validator',
  'xmlchars',
  'zod',
]

/** A scope is a folder of packages, of which others may be nobody's here. */
const scopes = [...new Set(loadedModules.filter((name) => name.includes('/')).map((name) => name.slice(0, name.indexOf('/'))))]
const withoutScopes = loadedModules.filter((name) => !name.includes('/'))
const insideOf = (scope: string) => loadedModules.filter((name) => name.startsWith(`${scope}/`)).map((name) => name.slice(scope.length + 1))

const notebookType = 'app.footing.notebook'

// A release knows its home (see the workflow). Made elsewhere, a package names an address that is nobody's (RFC 2606).
const homepage = process.env.FOOTING_HOMEPAGE || 'https://footing.invalid'
const maintainer = process.env.FOOTING_MAINTAINER || 'The Footing contributors <contributors@footing.invalid>'

const configuration: Configuration = {
  appId: 'app.footing.Footing',
  productName: 'Footing',
  copyright: 'Copyright © 2026 The Footing contributors',
  extraMetadata: { homepage },
  directories: { output: 'dist', buildResources: 'build' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in.
  artifactName: 'footing-${version}-${os}-${arch}.${ext}',

  // Nothing but what runs: no sources, tests or tools.
  files: [
    'package.json',
    'LICENSE',
    'out/{main,preload,renderer}/**',
    'resources/**',
    `!node_modules/!(${[...withoutScopes, ...scopes].join('|')}){,/**}`,
    ...scopes.map((scope) => `!node_modules/${scope}/!(${insideOf(scope).join('|')}){,/**}`),
    // Sources of libraries that come with their own build.
    '!node_modules/**/*.{ts,mts,cts,map,md,tsbuildinfo}',
  ],
  asar: true,
  // Electron's own start page, which a package made from an unpacked Electron would keep.
  afterExtract: async ({ appOutDir, electronPlatformName }) => {
    const resources = electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources'
    await rm(join(appOutDir, resources, 'default_app.asar'), { force: true })
  },
  afterPack: ({ appOutDir, packager }) => writeFile(join(packager.getResourcesDir(appOutDir), 'THIRD-PARTY-LICENCES.txt'), collectLicences()),
  // All is JavaScript: `node:sqlite` is part of Electron's Node.
  npmRebuild: false,
  // The program asks nobody for updates, so no package says where from.
  publish: null,
  // Chromium's own words (date fields, menus of the system) in the languages that the interface is made for.
  electronLanguages: ['en', 'ja', 'zh-CN', 'zh-TW'],

  // What a stranger could do with the signed binary is switched off in the binary itself.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    // Changing the binary breaks the signature that Apple's processors ask for; a build that nobody signs gets a new one.
    resetAdHocDarwinSignature: process.platform === 'darwin' && !process.env.CSC_LINK,
  },

  // `footing://` opens and shows; on Windows build/installer.nsh registers it.
  protocols: [{ name: 'Footing', schemes: ['footing'], role: 'Viewer' }],

  linux: {
    target: ['AppImage', 'deb'],
    icon: 'build/icons',
    category: 'Office',
    synopsis: 'Research notebook in which every claim stands on a passage',
    description:
      'Read sources, highlight passages, write insights that stand on them, and export reports whose footnotes carry the quote. Works offline.',
    maintainer,
    vendor: 'The Footing contributors',
    // `footing` is the command for terminals, which this is not: docs/decisions/0008-packages.md.
    executableName: 'footing-desktop',
    // The entry is named after `desktopName` in package.json, by which Wayland finds the icon of a window.
    syncDesktopName: true,
    // What a link or a file manager hands over comes after `--`: it is never read as an option. (Without arguments, an AppImage gets `--no-sandbox`.)
    executableArgs: ['--'],
    desktop: {
      entry: {
        GenericName: 'Research Notebook',
        'GenericName[zh_CN]': '研究笔记',
        'GenericName[ja]': 'リサーチノート',
        Keywords: 'notes;research;evidence;citation;sources;report;',
      },
    },
  },
  deb: { packageName: 'footing', packageCategory: 'editors', priority: 'optional' },

  mac: {
    target: ['dmg'],
    icon: 'build/icons/footing.icns',
    category: 'public.app-category.productivity',
    darkModeSupport: true,
    hardenedRuntime: true,
    // Only what V8 needs; the default also lets foreign libraries in.
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    // Signed and notarised where the certificate and the key are in the environment.
    notarize: Boolean(process.env.APPLE_API_KEY),
    // Finder shows a folder named `….footing` as one document and opens it here.
    fileAssociations: [{ ext: 'footing', name: 'Footing notebook', role: 'Editor', rank: 'Owner', isPackage: true }],
    extendInfo: {
      UTExportedTypeDeclarations: [
        {
          UTTypeIdentifier: notebookType,
          UTTypeDescription: 'Footing notebook',
          UTTypeConformsTo: ['com.apple.package', 'public.composite-content'],
          UTTypeTagSpecification: { 'public.filename-extension': ['footing'] },
        },
      ],
    },
  },
  dmg: { writeUpdateInfo: false },

  win: { target: ['nsis'], icon: 'build/icons/footing.ico', executableName: 'Footing' },
  nsis: {
    // For this user, without an administrator, in one step.
    oneClick: true,
    perMachine: false,
    deleteAppDataOnUninstall: false,
    include: 'build/installer.nsh',
    differentialPackage: false,
  },
}

export default configuration
