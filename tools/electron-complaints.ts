// What Electron and Chromium say when they cannot start, in the words of somebody who only wanted to open a notebook.

const complaints: readonly (readonly [pattern: RegExp, explain: (match: RegExpExecArray) => string])[] = [
  [/running as root without --no-sandbox/i, () => 'you are root, and Electron’s sandbox does not run as root'],
  [
    /SUID sandbox helper|No usable sandbox|setuid sandbox|Failed to move to new namespace|apparmor_restrict_unprivileged_userns|credentials\.cc.*Permission denied/i,
    () => 'this system does not let Electron start its sandbox (Ubuntu 23.10 and newer restrict it by AppArmor)',
  ],
  [
    /Missing X server or \$DISPLAY|cannot open display|Unable to open X display|Failed to connect to Wayland display|The platform failed to initialize/i,
    () => 'there is no display here',
  ],
  [/error while loading shared libraries: (\S+?):/, ([, library]) => `a library that Electron needs is not installed: ${library}`],
  [/GLIBC(?:XX)?_[\d.]+['’]? not found/, () => 'this system is older than Electron needs'],
  [/No space left on device|\/dev\/shm.*(?:ENOSPC|no space)/i, () => 'the disk, or the memory for shared pages (/dev/shm), is full'],
  [/ENOEXEC|Exec format error|bad CPU type/i, () => 'the Electron that is installed is for another kind of machine: run `npm ci` again'],
  [/\bEACCES\b/, () => 'Electron may not be run from this folder'],
]

/** `complaint` is all that it wrote to stderr, or the error of starting it; `code` and `signal` how it ended. One sentence without a full stop. */
export function explainComplaint(complaint: string, code: number | null, signal: NodeJS.Signals | null): string {
  for (const [pattern, explain] of complaints) {
    const match = pattern.exec(complaint)
    if (match) return explain(match)
  }
  const lastLine = complaint.trim().split('\n').at(-1)?.trim().slice(0, 160)
  return `Electron ended before its window was there (${lastLine || (signal ? `by ${signal}` : `code ${code}`)})`
}

/** Why Electron cannot start on this machine, where that is certain beforehand: then it is not worth fetching 110 MB to hear it from itself. */
export function knownObstacle(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, isRoot: boolean): string | undefined {
  if (platform !== 'linux') return undefined
  if (isRoot) return explainComplaint('Running as root without --no-sandbox', 1, null)
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? undefined : explainComplaint('Missing X server or $DISPLAY', 1, null)
}
