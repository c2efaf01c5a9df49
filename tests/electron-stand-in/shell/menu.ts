// `Menu` and `MenuItem`: built from a template as Electron builds them, clicked by whoever holds an item.

import { mustBeReady } from '../lifecycle.ts'
import { StrictEmitter } from '../strict.ts'
import { windows } from '../windows.ts'
import { isAccelerator } from './accelerator.ts'
import { menuRoles } from './menu-roles.ts'

type Template = (Electron.MenuItemConstructorOptions | Electron.MenuItem)[]
type KeptOfItem =
  | 'id'
  | 'label'
  | 'sublabel'
  | 'toolTip'
  | 'type'
  | 'role'
  | 'accelerator'
  | 'registerAccelerator'
  | 'submenu'
  | 'enabled'
  | 'visible'
  | 'checked'
  | 'click'

class MenuItem implements Pick<Electron.MenuItem, KeptOfItem> {
  id: string
  label: string
  sublabel: string
  toolTip: string
  type: Electron.MenuItem['type']
  enabled: boolean
  visible: boolean
  checked: boolean
  registerAccelerator: boolean
  click: (event?: Electron.KeyboardEvent, window?: Electron.BaseWindow, contents?: Electron.WebContents) => void
  declare role?: NonNullable<Electron.MenuItem['role']>
  accelerator: Electron.MenuItem['accelerator']
  declare submenu?: Electron.Menu

  constructor(options: Electron.MenuItemConstructorOptions) {
    const role = options.role === undefined ? undefined : menuRoles.get(options.role.toLowerCase())
    if (options.role !== undefined && !role) throw new Error(`the stand-in has no menu role ${options.role}`)
    if (options.accelerator && !isAccelerator(options.accelerator)) throw new Error(`${options.accelerator} is not a key that a menu can have`)
    this.id = options.id ?? ''
    this.label = options.label ?? role?.label ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.registerAccelerator = options.registerAccelerator ?? true
    if (options.role !== undefined) this.role = options.role as NonNullable<Electron.MenuItem['role']>
    this.accelerator = options.accelerator ?? null
    if (this.type === 'submenu' && !options.submenu && !role?.hasSubmenu) throw new Error('Invalid submenu')
    if (options.submenu) this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : options.submenu
    this.click = (event = {}, window = windows.focused()?.asElectron, contents = windows.focused()?.webContents) => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked
      if (role?.run) role.run(contents)
      else options.click?.(this as unknown as Electron.MenuItem, window, event)
    }
  }
}

let applicationMenu: Electron.Menu | null = null

class Menu extends StrictEmitter implements Pick<Electron.Menu, 'items' | 'append' | 'insert' | 'getMenuItemById' | 'popup' | 'closePopup'> {
  readonly items: Electron.MenuItem[] = []

  static buildFromTemplate(template: Template): Electron.Menu {
    const menu = new Menu()
    for (const part of template)
      menu.append(part instanceof MenuItem ? asItem(part) : asItem(new MenuItem(part as Electron.MenuItemConstructorOptions)))
    return menu as unknown as Electron.Menu
  }
  static setApplicationMenu(menu: Electron.Menu | null): void {
    mustBeReady('Menu.setApplicationMenu')
    applicationMenu = menu
  }
  static getApplicationMenu(): Electron.Menu | null {
    return applicationMenu
  }

  append(item: Electron.MenuItem): void {
    this.insert(this.items.length, item)
  }
  insert(position: number, item: Electron.MenuItem): void {
    this.items.splice(position, 0, item)
  }
  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
  /** Shown to nobody; a test clicks its items. */
  popup(_options?: Electron.PopupOptions): void {
    mustBeReady('menu.popup')
    this.emit('menu-will-show', {})
  }
  closePopup(): void {
    this.emit('menu-will-close', {})
  }
}

/** The part of Electron's class that is here. */
function asItem(item: MenuItem): Electron.MenuItem {
  return item as unknown as Electron.MenuItem
}

export { Menu, MenuItem }
