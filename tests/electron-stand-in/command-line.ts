// How Electron was called: switches for Chromium and Node first, then the program's folder, then what is the program's own.

/** Of Playwright and of Node: never Chromium's, and never the program's. */
const notForTheProgram = /^--(?:inspect|inspect-brk|remote-debugging-port|no-sandbox)(?:=|$)/

const given = process.argv.slice(2)
const isSwitch = (word: string) => word.startsWith('-')

export const programFolder = given.find((word) => !isSwitch(word)) ?? '.'
const own = given.slice(given.indexOf(programFolder) + 1)

/** What the program sees as `process.argv`: as Playwright's loader leaves it in real Electron, without the debuggers' switches. */
export const programArguments = [process.argv[1] ?? 'electron', programFolder, ...own.filter((word) => !notForTheProgram.test(word))]

const switches = new Map<string, string>()
for (const word of given.filter(isSwitch)) {
  const [name = '', value = ''] = word.replace(/^--?/, '').split(/=(.*)/s)
  switches.set(name, value)
}

/** Like Electron's: what is asked for and not there is `''`. */
export const commandLine = {
  hasSwitch: (name: string) => switches.has(name),
  getSwitchValue: (name: string) => switches.get(name) ?? '',
  appendSwitch: (name: string, value = '') => void switches.set(name, value),
} satisfies Pick<Electron.CommandLine, 'hasSwitch' | 'getSwitchValue' | 'appendSwitch'>
