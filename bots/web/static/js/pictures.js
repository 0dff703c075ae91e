// Pictures on their way to one command: in a row, sent one after the other, each with its own word if it fails.

import { el } from './dom.js'
import { Picture } from './picture.js'
import { toast } from './toast.js'
import { t } from './words.js'

export class Pictures {
  #all = []
  #waiting = 0
  #line = Promise.resolve()

  /** At most `most`; `changed()` is told whenever one has come, arrived, failed or gone. */
  constructor(limits, most, changed = () => {}) {
    this.limits = limits
    this.most = most
    this.changed = changed
    this.input = el('input.unseen', { type: 'file', multiple: most > 1, accept: 'image/jpeg,image/png,image/webp,image/gif', tabindex: '-1', 'aria-label': t('choose-picture') })
    this.row = el('div.pictures-row')
    this.node = el('div.pictures', this.input, this.row)
  }

  choose() {
    this.input.click()
  }

  get busy() {
    return this.#waiting > 0
  }

  get empty() {
    return this.#all.length === 0
  }

  /** The ids of those that have arrived, in their order. */
  get uploads() {
    return this.#all.map((one) => one.upload).filter(Boolean)
  }

  /** Send files; those that failed before make room. */
  take(files) {
    this.#keep((one) => one.upload || one.busy)
    const room = this.most - this.#all.length
    if (files.length > room) toast(t('refusal-upload-many', { limit: this.most }), 'refused')
    for (const file of files.slice(0, room)) {
      const one = new Picture(this.limits, () => this.#keep((each) => !each.empty))
      one.show(file)
      this.#all.push(one)
      this.#waiting += 1
      this.#line = this.#line.then(async () => {
        if (!one.empty) await one.take(file)
        this.#waiting -= 1
        this.changed()
      })
    }
    this.input.value = ''
    this.#draw()
  }

  clear() {
    this.#all.forEach((one) => one.clear())
    this.#all = []
    this.#draw()
  }

  #keep(wanted) {
    this.#all = this.#all.filter(wanted)
    this.#draw()
  }

  #draw() {
    this.row.replaceChildren(...this.#all.map((one) => one.node))
    this.changed()
  }
}
