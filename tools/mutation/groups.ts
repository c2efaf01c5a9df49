// What is mutated, and the tests that have to notice: those that belong to the file, and run in a second or two, as they run once for every mutant.

type Part = { files: readonly string[]; tests: readonly string[] }

const server = (name: string): Part => ({ files: [`src/host/server/${name}.ts`], tests: [`tests/host/server/${name}.test.ts`] })

export const groups: Record<string, readonly Part[]> = {
  door: [
    server('admit-request'),
    server('sessions'),
    server('parse-json'),
    {
      files: ['src/host/server/serve-file.ts', 'src/main/app-protocol.ts'],
      tests: ['tests/main/app-protocol.test.ts'],
    },
    {
      files: ['trusted-sender', 'external-links', 'guard-contents', 'guard-session'].map((name) => `src/main/security/${name}.ts`),
      tests: ['tests/main/guards.test.ts'],
    },
  ],
  sanitiser: [{ files: ['src/core/markdown/safe-html.ts'], tests: ['tests/core/markdown/safe-html-rules.test.ts'] }],
  journal: [
    { files: ['src/host/storage/framed-line.ts'], tests: ['tests/host/storage/framed-line.test.ts'] },
    {
      files: ['journal-file', 'read-journal', 'journal-writer'].map((name) => `src/host/storage/${name}.ts`),
      tests: ['tests/host/storage/journal.test.ts'],
    },
  ],
}
