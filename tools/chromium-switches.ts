// How Chromium is started by tests, on this machine's own host and in the stand-in for Electron: without the network, and without what no test looks at.

/**
 * Chromium's own pop-ups under its address bar are two more pages, with a process each, for every window that a test opens; headless, nobody sees
 * them. Chromium takes the last `--disable-features` alone, so the others are those of Playwright's list that matter to us.
 */
const disabledFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

export const chromiumSwitches: readonly string[] = [
  // Chromium's own sandbox cannot start as root; the tests' pages are our own.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-features=${disabledFeatures.join(',')}`,
]
