// What is mutated, and the tests that have to notice. Only tests that run in seconds: they run once for every mutant.

export const groups: Record<string, { files: readonly string[]; tests: readonly string[] }> = {
  door: {
    files: [
      'src/host/server/admit-request.ts',
      'src/host/server/sessions.ts',
      'src/host/server/serve-file.ts',
      'src/host/server/parse-json.ts',
      'src/main/app-protocol.ts',
      'src/main/security/trusted-sender.ts',
      'src/main/security/external-links.ts',
      'src/main/security/guard-contents.ts',
      'src/main/security/guard-session.ts',
    ],
    tests: [
      'tests/host/server/admit-request.test.ts',
      'tests/host/server/sessions.test.ts',
      'tests/host/server/parse-json.test.ts',
      'tests/main/guards.test.ts',
      'tests/main/app-protocol.test.ts',
    ],
  },
  sanitiser: { files: ['src/core/markdown/safe-html.ts'], tests: ['tests/core/markdown/safe-html-rules.test.ts'] },
  journal: {
    files: [
      'src/host/storage/framed-line.ts',
      'src/host/storage/journal-file.ts',
      'src/host/storage/read-journal.ts',
      'src/host/storage/journal-writer.ts',
    ],
    tests: ['tests/host/storage/framed-line.test.ts', 'tests/host/storage/journal.test.ts'],
  },
}
