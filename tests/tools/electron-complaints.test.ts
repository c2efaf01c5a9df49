// What Electron says on machines where it cannot start, word for word, and what the person reads instead.

import { expect, test } from 'vitest'
import { explainComplaint, knownObstacle } from '../../tools/electron-complaints.ts'

test.each([
  [
    '[1234:0101/120000.000000:FATAL:electron_main_delegate.cc(314)] Running as root without --no-sandbox is not supported. See https://crbug.com/638180.',
    'you are root, and Electron’s sandbox does not run as root',
  ],
  [
    '[2861:1126/1:FATAL:sandbox/linux/suid/client/setuid_sandbox_host.cc:163] The SUID sandbox helper binary was found, but is not configured correctly. Rather than run without sandboxing I’m aborting now. You need to make sure that /n/chrome-sandbox is owned by root and has mode 4755.',
    'this system does not let Electron start its sandbox (Ubuntu 23.10 and newer restrict it by AppArmor)',
  ],
  [
    '[1:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:128] No usable sandbox! If you are running on Ubuntu 23.10+ or another Linux distro that has disabled unprivileged user namespaces with AppArmor, see …',
    'this system does not let Electron start its sandbox (Ubuntu 23.10 and newer restrict it by AppArmor)',
  ],
  [
    '[2:ERROR:ozone_platform_x11.cc(244)] Missing X server or $DISPLAY\n[2:ERROR:env.cc(257)] The platform failed to initialize.  Exiting.',
    'there is no display here',
  ],
  [
    '/n/electron: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory',
    'a library that Electron needs is not installed: libnss3.so',
  ],
  [
    "/n/electron: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by /n/electron)",
    'this system is older than Electron needs',
  ],
  ['spawn /n/electron EACCES', 'Electron may not be run from this folder'],
  ['first line\nsomething new\n', 'Electron ended before its window was there (something new)'],
])('%s', (complaint, expected) => {
  expect(explainComplaint(complaint, 1, null)).toBe(expected)
})

test('one that says nothing is told by how it ended', () => {
  expect(explainComplaint('', 7, null)).toBe('Electron ended before its window was there (code 7)')
  expect(explainComplaint(' \n', null, 'SIGTRAP')).toBe('Electron ended before its window was there (by SIGTRAP)')
})

test.each([
  ['linux', {}, false, 'there is no display here'],
  ['linux', { DISPLAY: ':0' }, true, 'you are root, and Electron’s sandbox does not run as root'],
  ['linux', { DISPLAY: ':0' }, false, undefined],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false, undefined],
  ['darwin', {}, false, undefined],
  ['win32', {}, false, undefined],
] as const)('on %s with %j, root %j, it is known beforehand: %s', (platform, environment, isRoot, expected) => {
  expect(knownObstacle(platform, environment, isRoot)).toBe(expected)
})
