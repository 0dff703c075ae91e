// The connection: frames out, each with a key and answered once; events in. It comes back by itself.
//
// A frame that was not answered when the connection broke is sent again with the same key, which the room knows.

const PATIENCE = 15000 // ms until a frame without an answer counts as failed
const FIRST_PAUSE = 400
const LONGEST_PAUSE = 12000

export class Failed extends Error {
  /** `key` lets the same words be sent again without being said twice; `said` is the room's own explanation. */
  constructor(key, said) {
    super(said ?? 'failed')
    this.key = key
    this.said = said
  }
}

export class Link {
  #socket = null
  #pause = FIRST_PAUSE
  #since = ''
  #open = false
  #waiting = new Map()
  #early = []

  /** `onevent(event)` for what the room tells, `onstate('open' | 'away' | 'too-large')` for how the connection is. */
  constructor(onevent, onstate) {
    this.onevent = onevent
    this.onstate = onstate
    addEventListener('online', () => this.#hurry())
    document.addEventListener('visibilitychange', () => document.hidden || this.#hurry())
  }

  connect() {
    clearTimeout(this.timer)
    const address = new URL('/socket', location.href)
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
    if (this.#since) address.searchParams.set('since', this.#since)
    const socket = new WebSocket(address)
    this.#socket = socket
    this.#early = []
    socket.onmessage = ({ data }) => socket === this.#socket && this.#hear(JSON.parse(data))
    socket.onclose = ({ code }) => socket === this.#socket && this.#lost(code)
  }

  /** Send a frame; the room's answer. Throws Failed. */
  send(frame, key = crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('')) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(key, (waiting) => waiting.reject(new Failed(key))), PATIENCE)
      this.#waiting.set(key, { frame: { ...frame, key }, resolve, reject, timer })
      if (this.#open) this.#socket.send(JSON.stringify({ ...frame, key }))
    })
  }

  #settle(key, how) {
    const waiting = this.#waiting.get(key)
    if (!waiting) return
    clearTimeout(waiting.timer)
    this.#waiting.delete(key)
    how(waiting)
  }

  #hear(event) {
    if (event.now) this.#since = String(Math.max(Number(this.#since), event.now))
    if (event.type === 'done') return this.#settle(event.key, ({ resolve }) => resolve(event))
    if (event.type === 'refused') return this.#settle(event.key, ({ reject }) => reject(new Failed(event.key, event.text)))
    if (event.type === 'welcome') {
      this.#open = true
      this.#pause = FIRST_PAUSE
      this.onevent(event)
      this.#early.splice(0).forEach((early) => this.onevent(early))
      for (const { frame } of this.#waiting.values()) this.#socket.send(JSON.stringify(frame))
      return this.onstate('open')
    }
    // what happens between entering and the welcome is told after it, so that a fresh page cannot wipe it away
    if (this.#open) this.onevent(event)
    else this.#early.push(event)
  }

  #lost(code) {
    this.#open = false
    if (code === 1009) {
      for (const key of [...this.#waiting.keys()]) this.#settle(key, ({ reject }) => reject(new Failed(key)))
      this.onstate('too-large')
    } else this.onstate('away')
    this.timer = setTimeout(() => this.connect(), this.#pause * (0.7 + Math.random() * 0.6))
    this.#pause = Math.min(this.#pause * 1.8, LONGEST_PAUSE)
  }

  #hurry() {
    if (!this.#open && this.#socket?.readyState !== WebSocket.CONNECTING) this.connect()
  }
}
