// The list of commands that opens on "/": filtered while one types, walked with the arrows.

import { el, icon } from './dom.js'
import { t } from './words.js'

export class Palette {
  #shown = []
  #at = 0

  /** `pick(command, how)` is told what was chosen, with 'fill' (Tab, click) or 'run' (Enter). */
  constructor(commands, input, pick) {
    this.commands = commands
    this.input = input
    this.pick = pick
    this.list = el('ul.palette-list', { id: 'palette', role: 'listbox', 'aria-label': t('commands') })
    this.node = el('div.palette', { hidden: true }, this.list, el('p.palette-hint', t('command-hint')))
    this.node.addEventListener('pointerdown', (event) => event.preventDefault()) // the box keeps the focus
  }

  get open() {
    return !this.node.hidden
  }

  /** Show what matches the beginning of a command, or close on null. */
  filter(typed) {
    if (typed === null) return this.close()
    const begins = this.commands.filter((command) => command.name.startsWith(typed))
    const holds = this.commands.filter((command) => !begins.includes(command) && (command.name.includes(typed) || (typed && command.description.includes(typed))))
    this.#shown = [...begins, ...holds]
    this.#at = 0
    this.list.replaceChildren(...this.#shown.map((command, index) => this.#row(command, index)))
    if (!this.#shown.length) this.list.append(el('li.palette-none', t('no-matches')))
    this.node.hidden = false
    this.input.setAttribute('aria-expanded', 'true')
    this.#point(0)
  }

  close() {
    this.node.hidden = true
    this.input.setAttribute('aria-expanded', 'false')
    this.input.removeAttribute('aria-activedescendant')
  }

  /** A key while the palette is open; true when it was for us. */
  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 }
    if (event.key in steps) this.#point((this.#at + steps[event.key] + this.#shown.length) % Math.max(1, this.#shown.length))
    else if (event.key === 'Home' && this.#shown.length) this.#point(0)
    else if (event.key === 'End' && this.#shown.length) this.#point(this.#shown.length - 1)
    else if (event.key === 'Escape') this.close()
    else if ((event.key === 'Tab' && !event.shiftKey) || (event.key === 'Enter' && !event.shiftKey)) {
      const command = this.#shown[this.#at]
      if (!command) return false
      this.pick(command, event.key === 'Tab' ? 'fill' : 'run')
    } else return false
    return true
  }

  #row(command, index) {
    const parameters = command.parameters.map((parameter) =>
      el(parameter.required ? 'span.palette-param.needed' : 'span.palette-param', parameter.label),
    )
    return el(
      'li.palette-row',
      { id: `palette-${index}`, role: 'option', onclick: () => this.pick(command, 'fill'), onpointermove: () => this.#point(index) },
      el('span.palette-name', el('span.palette-slash', '/'), command.name),
      el('span.palette-description', command.description),
      parameters.length ? el('span.palette-params', parameters) : null,
    )
  }

  #point(index) {
    this.#at = index
    for (const [number, row] of [...this.list.children].entries()) row.setAttribute?.('aria-selected', String(number === index))
    const row = this.list.children[index]
    if (!this.#shown.length) return
    this.input.setAttribute('aria-activedescendant', row.id)
    row.scrollIntoView({ block: 'nearest' })
  }
}

/** The strip above the box while a command is being written: what it does, and its options. */
export class Options {
  #values = new Map()

  /** `pictures()` are the box's pictures, `films()` what a film can be chosen from, `choose(id)` chooses one. */
  constructor({ pictures, films, choose, changed }) {
    this.pictures = pictures
    this.films = films
    this.choose = choose
    this.changed = changed
    this.node = el('div.options', { hidden: true })
  }

  /** Show a command's options, or nothing on null. */
  show(command) {
    if (command?.name === this.command?.name) return
    this.command = command
    this.#values.clear()
    this.node.hidden = !command
    this.node.replaceChildren()
    if (!command) return
    const first = command.parameters.find(({ kind }) => kind === 'picture') // one button for all of them
    const optional = command.parameters.filter((parameter) => parameter.name !== command.positional && (parameter.kind !== 'picture' || parameter === first))
    const positional = command.parameters.find((parameter) => parameter.name === command.positional)
    this.node.append(
      el('p.options-head', el('strong', `/${command.name}`), ' ', positional ? positional.description : command.description),
      el('div.options-row', positional?.kind === 'clip' ? this.#filmChips() : null, optional.map((parameter) => this.#chip(parameter))),
    )
  }

  /** The chosen values by name, pictures left out. */
  values() {
    return Object.fromEntries([...this.#values].map(([name, read]) => [name, read()]).filter(([, value]) => value !== ''))
  }

  #filmChips() {
    return this.films().map(({ id, title }) => el('button.option', { type: 'button', onclick: () => this.choose(id) }, el('span.option-title', title), ' ', el('code', id)))
  }

  #chip(parameter) {
    const name = parameter.label
    if (parameter.kind === 'picture') {
      return el('button.option', { type: 'button', title: parameter.description, onclick: () => this.pictures().choose() }, icon('picture'), name)
    }
    const holder = el('span.option-holder')
    const close = () => {
      this.#values.delete(parameter.name)
      holder.replaceChildren(add)
      add.focus()
    }
    const open = () => {
      const input = this.#input(parameter, name)
      this.#values.set(parameter.name, () => input.value)
      input.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          close()
        }
        if (event.key === 'Enter' && !event.isComposing) {
          event.preventDefault()
          this.changed('done')
        }
      })
      holder.replaceChildren(
        el('span.option.filled', el('label', { for: input.id }, name), input, el('button.option-close', { type: 'button', 'aria-label': t('option-remove', { name }), title: t('option-remove', { name }), onclick: close }, icon('close'))),
      )
      input.focus()
    }
    const add = el('button.option', { type: 'button', title: parameter.description, 'aria-label': t('option-add', { name }), 'data-option': parameter.name, onclick: open }, icon('plus'), name)
    holder.append(add)
    return holder
  }

  #input(parameter, name) {
    const id = `option-${parameter.name}`
    if (parameter.kind === 'choice') return el('select', { id, 'aria-label': name }, el('option', { value: '' }, t('option-any')), parameter.choices.map(([value, label]) => el('option', { value }, label)))
    if (parameter.kind === 'number') return el('input', { id, type: 'number', inputmode: 'decimal', step: 'any', min: parameter.low, max: parameter.high, placeholder: parameter.low === null ? null : `${parameter.low}–${parameter.high}` })
    return el('input', { id, type: 'text', autocomplete: 'off', dir: 'auto' })
  }
}
